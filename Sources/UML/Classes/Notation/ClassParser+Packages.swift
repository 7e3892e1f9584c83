extension ClassParser {
    /// `package "Name" <<Folder>> #color {`
    mutating func parsePackage(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        guard let shape = takeShape(&cursor), !cursor.byte.continuesName else { return false }
        if isBeforeArrow(cursor) { return false }
        cursor.skipBlanks()
        let names = takeNames(&cursor)
        if isBeforeArrow(cursor) { return false }
        var stereotypes: [String] = []
        var color: Color?
        while true {
            cursor.skipBlanks()
            if let range = cursor.takeStereotype() {
                stereotypes.append(source[source.trimmed(range)])
            } else if let range = cursor.takeColor() {
                color = NotationColor.fill(source, range) ?? color
            } else if cursor.byte == .ascii("$") {
                _ = cursor.takeName()
            } else if cursor.byte == .ascii("["), cursor.takeLink() {
                continue
            } else {
                break
            }
        }
        guard cursor.take(.ascii("{")) || cursor.isAtEnd && takeBrace() else { return parseBox(names, shape, stereotypes, color, line, cursor) }
        guard openPackages.count < Self.deepestPackage else {
            diagnostics.error("too-deep", line, "Packages nest \(Self.deepestPackage) levels deep at most.", hint: "Take some of them out.")
            // Its closing brace is its own.
            if let parent = openPackages.last { openPackages.append((parent.package, line)) }
            return true
        }
        if diagram.packages.count == Self.mostPackages { reportFull("\(Self.mostPackages) packages", line) }
        diagram.packages.append(
            Package(
                name: names?.name ?? "", label: displayName(names?.label ?? names?.name ?? ""), stereotypes: stereotypes, shape: shape, color: color,
                parent: openPackages.last?.package, range: line))
        openPackages.append((diagram.packages.count - 1, line))
        cursor.skipBlanks()
        if cursor.take(.ascii("}")) { openPackages.removeLast() }
        if !cursor.isAtEnd {
            diagnostics.error("unexpected-text", source.trimmed(cursor.rest), "This is not understood here.", hint: "Write it on a line of its own.")
        }
        return true
    }

    /// `component Name`, without braces, is a box.
    private mutating func parseBox(
        _ names: Names?, _ shape: Package.Shape, _ stereotypes: [String], _ color: Color?, _ line: SourceRange, _ cursor: LineCursor
    ) -> Bool {
        guard let names, cursor.isAtEnd else { return false }
        let id = declare(names, .class, line)
        diagram.classifiers[id].stereotypes += [shape.rawValue] + stereotypes
        if let color { diagram.classifiers[id].color = color }
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
        if openPackages.popLast() == nil { diagnostics.error("unexpected-brace", line, "Nothing is open here.", hint: "Remove this brace.") }
        return true
    }
}
