extension ClassParser {
    /// `package "Name" <<Folder>> #color {`
    mutating func parsePackage(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        guard let shape = takeShape(&cursor), !cursor.byte.continuesName else { return false }
        if isBeforeArrow(cursor) { return false }
        let kind = SourceRange(line.start, cursor.position)
        cursor.skipBlanks()
        let names = takeNames(&cursor)
        if isBeforeArrow(cursor) { return false }
        let end = names == nil ? kind.end : cursor.position
        var package = Package(
            name: names?.name ?? "", label: LabelNotation.label(names?.label ?? names?.name ?? ""), shape: shape, parent: openPackages.last?.package,
            range: line,
            head: ElementHead(kind: kind, name: names?.range ?? SourceRange(end, end), end: end), labelRange: names?.labelRange)
        takeTail(&cursor, of: &package)
        guard let brace = takeBrace(&cursor) else { return parseBox(names, package, cursor) }
        package.head.body = SourceRange(brace, brace + 1)
        guard openPackages.count < Self.deepestPackage else {
            diagnostics.error("too-deep", line, "Packages nest \(Self.deepestPackage) levels deep at most.", hint: "Take some of them out.")
            // Its closing brace is its own.
            if let parent = openPackages.last { openPackages.append((parent.package, line)) }
            return true
        }
        if diagram.packages.count == Self.mostPackages { reportFull("\(Self.mostPackages) packages", line) }
        diagram.packages.append(package)
        openPackages.append((diagram.packages.count - 1, line))
        cursor.skipBlanks()
        if cursor.take(.ascii("}")) { closePackage(at: cursor.position) }
        if !cursor.isAtEnd {
            diagnostics.error("unexpected-text", source.trimmed(cursor.rest), "This is not understood here.", hint: "Write it on a line of its own.")
        }
        return true
    }

    /// Stereotypes, colours, tags and links.
    private func takeTail(_ cursor: inout LineCursor, of package: inout Package) {
        while true {
            cursor.skipBlanks()
            if let range = cursor.takeStereotype() {
                package.stereotypes.append(source[source.trimmed(range)])
                package.head.stereotypes.append(SourceRange(range.start - 2, range.end + 2))
            } else if let range = cursor.takeColor() {
                package.color = NotationColor.fill(source, range) ?? package.color
                package.head.color = SourceRange(range.start - 1, range.end)
            } else if cursor.byte == .ascii("$") {
                _ = cursor.takeName()
            } else if cursor.byte != .ascii("[") || !cursor.takeLink() {
                return
            }
        }
    }

    private mutating func closePackage(at end: Int) {
        guard let open = openPackages.popLast() else { return }
        if diagram.packages[open.package].range == open.range { diagram.packages[open.package].head.body?.end = end }
    }

    /// `component Name`, without braces, is a box.
    private mutating func parseBox(_ names: Names?, _ package: Package, _ cursor: LineCursor) -> Bool {
        guard let names, cursor.isAtEnd else { return false }
        let id = declare(names, .class, package.range)
        diagram.classifiers[id].stereotypes += [package.shape.rawValue] + package.stereotypes
        if let color = package.color { diagram.classifiers[id].color = color }
        if diagram.classifiers[id].head == nil { diagram.classifiers[id].head = package.head }
        return true
    }

    private func takeShape(_ cursor: inout LineCursor) -> Package.Shape? {
        let words: [(StaticString, Package.Shape)] = [
            ("package", .package), ("namespace", .namespace), ("folder", .folder), ("rectangle", .rectangle), ("frame", .frame), ("node", .node),
            ("cloud", .cloud), ("database", .database), ("component", .component), ("card", .card), ("storage", .storage), ("together", .together),
            ("artifact", .artifact), ("queue", .queue), ("boundary", .boundary), ("control", .control), ("agent", .agent), ("person", .person),
            ("collections", .collections), ("hexagon", .hexagon), ("file", .file), ("stack", .stack),
        ]
        for (word, shape) in words { if cursor.take(word: word) { return shape } }
        return nil
    }

    mutating func parseEndOfPackage(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        guard
            cursor.take(.ascii("}"))
                || cursor.take(word: "end")
                    && {
                        cursor.skipBlanks(); return cursor.take(anyOf: ["package", "namespace"])
                    }()
        else {
            return false
        }
        if openPackages.isEmpty { diagnostics.error("unexpected-brace", line, "Nothing is open here.", hint: "Remove this brace.") }
        closePackage(at: cursor.position)
        return true
    }
}
