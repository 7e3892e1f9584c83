extension ClassParser {
    /// `abstract class Name<T> <<stereotype>> #color extends Other {`
    mutating func parseElement(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        // A visibility stands before the word at times.
        if [.ascii("+"), .ascii("-"), .ascii("#"), .ascii("~")].contains(cursor.byte), cursor.byte(1).startsName {
            cursor.move(to: cursor.position + 1)
        }
        let start = cursor.position
        let kind = takeKind(&cursor)
        let kindRange = kind == nil ? nil : SourceRange(start, cursor.position)
        let isBusiness = kind != nil && cursor.take(.ascii("/"))
        let isQuoted = cursor.byte == .ascii("\"")
        guard kind == nil ? beginsElement(cursor) : cursor.byte.isSpaceOrTab || isQuoted else { return false }
        cursor.skipBlanks()
        guard var names = takeNames(&cursor) else { return false }
        // `Map "1" --> "1" Content` and `object --> other` begin with a name that is a word as well.
        if isBeforeArrow(cursor) || kind == nil && isQuoted && names.label == nil { return false }
        takeLongLabel(&names, &cursor)
        let id = declare(names, kind ?? names.kind ?? diagram.undeclaredKind, line)
        let isFirst = diagram.classifiers[id].head == nil
        if isFirst { diagram.classifiers[id].head = ElementHead(kind: kindRange, name: names.range, end: cursor.position) }
        if isBusiness || names.isBusiness { diagram.classifiers[id].isBusiness = true }
        parseTail(&cursor, of: id, isFirst: isFirst)
        lastElement = id
        cursor.skipBlanks()
        if let brace = takeBrace(&cursor) {
            let end = parseBody(of: id, firstLine: cursor.rest, opening: line)
            if isFirst { diagram.classifiers[id].head?.body = SourceRange(brace, end) }
        } else if !cursor.isAtEnd {
            diagnostics.warning("unexpected-text", source.trimmed(cursor.rest), "This is not understood.", hint: "Write it on a line of its own.")
        }
        return true
    }

    /// Whether an element without a word for its kind may stand there.
    private func beginsElement(_ cursor: LineCursor) -> Bool {
        switch cursor.byte {
        case .ascii("\""), .ascii("("), .ascii(":"), .ascii("["): true
        default: isNameWithStereotype(cursor)
        }
    }

    /// `User <<Human>>`
    private func isNameWithStereotype(_ cursor: LineCursor) -> Bool {
        var ahead = cursor
        guard diagram.content == .useCases, !ahead.take(anyOf: ["hide", "show", "remove", "restore"]), ahead.takeName() != nil, !isBeforeArrow(ahead)
        else { return false }
        ahead.skipBlanks()
        guard ahead.takeStereotype() != nil else { return false }
        ahead.skipBlanks()
        // `rectangle <<system>> {` is a package without a name.
        return ahead.byte != .ascii("{")
    }

    /// `as "…` whose text goes on over several lines.
    private mutating func takeLongLabel(_ names: inout Names, _ cursor: inout LineCursor) {
        var ahead = cursor
        ahead.skipBlanks()
        guard ahead.take(word: "as") else { return }
        ahead.skipBlanks()
        guard ahead.take(.ascii("\"")) else { return }
        var label = source[ahead.rest]
        let start = ahead.position
        while let line = takeLine() {
            cursor = self.cursor(line)
            while !cursor.isAtEnd, cursor.byte != .ascii("\"") { cursor.move(to: cursor.position + 1) }
            let words = source[source.trimmed(SourceRange(line.start, cursor.position))]
            if !words.isEmpty || cursor.isAtEnd { label += (label.isEmpty ? "" : "\n") + words }
            guard cursor.take(.ascii("\"")) else { continue }
            (names.label, names.labelRange) = (label, SourceRange(start, cursor.position - 1))
            return
        }
        diagnostics.error("unclosed-text", SourceRange(start - 1, start), "This text is never ended.", hint: "Add \" after its last line.")
    }

    /// Whether an arrow follows, with or without a text before it: then what was read is an end of a relation.
    func isBeforeArrow(_ cursor: LineCursor) -> Bool {
        var ahead = cursor
        ahead.skipBlanks()
        if ahead.takeQuoted() != nil { ahead.skipBlanks() }
        return ArrowNotation(&ahead) != nil
    }

    private func takeKind(_ cursor: inout LineCursor) -> ClassifierKind? {
        let words: [(StaticString, ClassifierKind)] = [
            ("class", .class), ("interface", .interface), ("enum", .enumeration), ("annotation", .annotation), ("entity", .entity),
            ("struct", .structure),
            ("exception", .exception), ("protocol", .protocol), ("record", .record), ("metaclass", .metaclass), ("stereotype", .stereotype),
            ("datatype", .dataType), ("dataclass", .dataType), ("primitive", .primitive), ("object", .object), ("map", .map), ("diamond", .diamond),
            ("circle", .circle), ("actor", .actor), ("usecase", .useCase),
        ]
        if cursor.take(word: "abstract") {
            var ahead = cursor
            ahead.skipBlanks()
            if ahead.take(word: "class") { cursor = ahead }
            return .abstractClass
        }
        for (word, kind) in words { if cursor.take(word: word) { return kind } }
        if cursor.byte == .ascii("<"), cursor.byte(1) == .ascii(">") {
            cursor.move(to: cursor.position + 2)
            return .diamond
        }
        return nil
    }

    struct Names {
        var name: String
        var label: String?
        var labelRange: SourceRange?
        var range: SourceRange
        var typeParameters: String?
        /// What it is written as, e.g. in parentheses.
        var kind: ClassifierKind?
        var isBusiness = false
        /// Whether it is written as what a box says rather than as a name.
        var isText = false
    }

    /// `Name`, `"Label" as Name`, `Name as "Label"`, with type parameters.
    func takeNames(_ cursor: inout LineCursor) -> Names? {
        guard var names = takeName(&cursor) else { return nil }
        let before = cursor
        cursor.skipBlanks()
        guard cursor.take(word: "as") else {
            cursor = before
            return names
        }
        cursor.skipBlanks()
        guard let second = takeName(&cursor) else {
            cursor = before
            return names
        }
        // The name is the one without quotes, or the second of two.
        if second.isText, !names.isText {
            (names.label, names.labelRange) = (second.name, second.range)
            names.kind = names.kind ?? second.kind
            names.isBusiness = names.isBusiness || second.isBusiness
        } else {
            names = Names(
                name: second.name, label: names.name, labelRange: names.range, range: second.range,
                typeParameters: names.typeParameters ?? second.typeParameters, kind: names.kind ?? second.kind,
                isBusiness: names.isBusiness || second.isBusiness)
        }
        return names
    }

    private func takeName(_ cursor: inout LineCursor) -> Names? {
        if let (range, kind, isBusiness) = takeMarkedName(&cursor) {
            return Names(name: source[range], range: range, kind: kind, isBusiness: isBusiness, isText: kind == .useCase || kind == .actor)
        }
        if let quoted = cursor.takeQuoted() {
            let parameters = takeTypeParameters(&cursor)
            return Names(name: source[quoted], range: quoted, typeParameters: parameters, isText: true)
        }
        guard let range = cursor.takeName() else { return nil }
        var end = range.end
        // `org.example.*`
        if cursor.byte == .ascii("."), cursor.byte(1) == .ascii("*") {
            cursor.move(to: cursor.position + 2)
            end += 2
        }
        return Names(name: source[SourceRange(range.start, end)], range: SourceRange(range.start, end), typeParameters: takeTypeParameters(&cursor))
    }

    /// `(Use case)`, `:Actor:`, with a stroke for those of a business, `[Component]`, and `() Interface`.
    func takeMarkedName(_ cursor: inout LineCursor) -> (SourceRange, ClassifierKind, isBusiness: Bool)? {
        if let range = cursor.takeComponentName() { return (source.trimmed(range), .class, false) }
        if cursor.byte == .ascii("("), cursor.byte(1) == .ascii(")") {
            var ahead = cursor
            ahead.move(to: cursor.position + 2)
            ahead.skipBlanks()
            guard let range = ahead.takeQuoted() ?? ahead.takeName() else { return nil }
            cursor = ahead
            return (range, .circle, false)
        }
        if let range = cursor.takeUseCaseName() { return (source.trimmed(range), .useCase, cursor.take(.ascii("/"))) }
        if let range = cursor.takeActorName() { return (source.trimmed(range), .actor, cursor.take(.ascii("/"))) }
        return nil
    }

    private func takeTypeParameters(_ cursor: inout LineCursor) -> String? {
        let before = cursor
        if cursor.byte == .space, cursor.byte(1) == .ascii("<"), cursor.byte(2) != .ascii("<"), cursor.byte(2) != .ascii("|") { cursor.skipBlanks() }
        guard cursor.byte == .ascii("<"), cursor.byte(1) != .ascii("<"), cursor.byte(1) != .ascii("|"), cursor.byte(1) != .ascii("-"),
            let range = cursor.takeBracketed(.ascii("<"), .ascii(">"))
        else {
            cursor = before
            return nil
        }
        return source[range]
    }

    /// What is declared again, or called by its label, is the same classifier.
    mutating func declare(_ names: Names, _ kind: ClassifierKind, _ line: SourceRange) -> Int {
        let id = classifier(named: names.name, at: names.range, as: kind == .class ? nil : kind)
        if kind == .class, diagram.classifiers[id].declaration == nil { diagram.classifiers[id].kind = .class }
        if let label = names.label {
            diagram.classifiers[id].label = LabelNotation.label(label)
            diagram.classifiers[id].labelRange = names.labelRange
            alias(label, for: id)
        }
        let former = diagram.classifiers[id].kind
        if diagram.classifiers[id].declaration != nil, kind != former, kind != .class, former != .class {
            diagram.classifiers[id].otherDeclaration = line
        }
        if diagram.classifiers[id].declaration == nil || kind != .class { diagram.classifiers[id].kind = kind }
        if diagram.classifiers[id].declaration == nil {
            diagram.classifiers[id].standsFor = nil
            diagram.classifiers[id].declaration = names.range
            diagram.classifiers[id].range = line
            if let package = openPackages.last?.package { diagram.classifiers[id].package = package }
        }
        diagram.classifiers[id].declarations.append(line)
        if let parameters = names.typeParameters { diagram.classifiers[id].typeParameters = parameters }
        return id
    }

    /// Stereotypes, colours, links, tags, and what it extends or implements.
    private mutating func parseTail(_ cursor: inout LineCursor, of id: Int, isFirst: Bool) {
        while true {
            cursor.skipBlanks()
            if let stereotype = cursor.takeStereotype() {
                addStereotype(stereotype, to: id)
                if isFirst { diagram.classifiers[id].head?.stereotypes.append(SourceRange(stereotype.start - 2, stereotype.end + 2)) }
            } else if let color = cursor.takeColor() {
                diagram.classifiers[id].color = NotationColor.fill(source, color) ?? diagram.classifiers[id].color
                if isFirst { diagram.classifiers[id].head?.color = SourceRange(color.start - 1, color.end) }
            } else if cursor.take(.ascii("$")) {
                if let tag = cursor.takeName() { diagram.classifiers[id].tags.append(source[tag]) }
            } else if cursor.byte == .ascii("["), cursor.takeLink() {
                continue
            } else if cursor.take(word: "extends") {
                parseSupertypes(&cursor, of: id, isDashed: false)
            } else if cursor.take(word: "implements") {
                parseSupertypes(&cursor, of: id, isDashed: true)
            } else {
                return
            }
        }
    }

    /// `<<(S,#FF7700) Singleton>>` is a stereotype with a spot, which UML doesn't know.
    private mutating func addStereotype(_ range: SourceRange, to id: Int) {
        var cursor = cursor(range)
        cursor.skipBlanks()
        _ = cursor.takeBracketed(.ascii("("), .ascii(")"))
        let text = source[source.trimmed(cursor.rest)]
        if !text.isEmpty { diagram.classifiers[id].stereotypes.append(text) }
    }

    private mutating func parseSupertypes(_ cursor: inout LineCursor, of id: Int, isDashed: Bool) {
        let first = diagram.relationships.count
        // `extends` and `implements`.
        let start = cursor.position - (isDashed ? 10 : 7)
        defer {
            for index in first..<diagram.relationships.count { diagram.relationships[index].clause = SourceRange(start, cursor.position) }
        }
        repeat {
            cursor.skipBlanks()
            let place = cursor.position
            guard let names = takeName(&cursor) else { return }
            let whole = SourceRange(place, cursor.position)
            let parent = classifier(named: names.name, at: names.range)
            if isDashed, diagram.classifiers[parent].declaration == nil { diagram.classifiers[parent].kind = .interface }
            add(
                Relationship(
                    Relationship.End(classifier: parent, head: .triangle, range: whole),
                    Relationship.End(classifier: id, head: .none, range: diagram.classifiers[id].declaration ?? whole),
                    isDashed: isDashed, at: names.range))
            let end = cursor
            cursor.skipBlanks()
            guard !isFull, cursor.take(.ascii(",")) else {
                cursor = end
                return
            }
        } while true
    }

    mutating func add(_ relationship: Relationship) {
        if diagram.relationships.count == Self.mostRelationships { reportFull("\(Self.mostRelationships) relations", relationship.range) }
        diagram.relationships.append(relationship)
    }
}
