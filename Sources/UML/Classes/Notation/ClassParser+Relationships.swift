extension ClassParser {
    /// `A "1" *-- "0..*" B : contains >`, `(A, B) .. C`.
    mutating func parseRelationship(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        skipElementWord(&cursor)
        if diagram.content == .classes, let pair = takePair(&cursor) { return parseAssociationClass(pair, &cursor, line) }
        guard let first = takeEnd(&cursor) else { return false }
        cursor.skipBlanks()
        let firstText = cursor.takeQuoted()
        cursor.skipBlanks()
        guard let arrow = ArrowNotation(&cursor) else { return false }
        cursor.skipBlanks()
        var secondText = cursor.takeQuoted()
        cursor.skipBlanks()
        skipElementWord(&cursor)
        if diagram.content == .classes, let pair = takePair(&cursor) { return addAssociationClass(pair, first, line) }
        var second = takeEnd(&cursor)
        if second == nil, let name = secondText {
            (second, secondText) = (WrittenEnd(name: source[name], range: name, whole: SourceRange(name.start - 1, name.end + 1)), nil)
        }
        guard let second else {
            diagnostics.error(
                "missing-end", line, "It is not said what this connects.", hint: "Write a name at both ends of the arrow, e.g. A --> B.")
            return true
        }
        var relationship = Relationship(
            end(first, text: firstText, head: arrow.left), end(second, text: secondText, head: arrow.right), isDashed: arrow.isDashed,
            isHidden: arrow.isHidden, length: min(max(arrow.length - 1, 1), Self.longestArrow), at: line)
        relationship.isLevel = arrow.length == 1
        relationship.direction = arrow.direction
        relationship.arrow = arrow.range
        relationship.style = arrow.style
        if let style = arrow.style { relationship.color = styleColor(style) }
        parseTail(&cursor, of: &relationship)
        add(relationship)
        return true
    }

    /// The colour in the square brackets of an arrow, `[#red,dashed]`.
    private func styleColor(_ style: SourceRange) -> Color? {
        var start = style.start
        while start < style.end, source.bytes[start] != .ascii("#") { start += 1 }
        return start < style.end ? NotationColor.line(source, SourceRange(start + 1, style.end)) : nil
    }

    /// `class A --> class B`: a word that is not needed.
    private func skipElementWord(_ cursor: inout LineCursor) {
        let before = cursor
        guard cursor.take(anyOf: ["class", "interface", "enum", "entity", "abstract", "object"]), cursor.byte.isSpaceOrTab else {
            cursor = before
            return
        }
        cursor.skipBlanks()
        var ahead = cursor
        var arrow = cursor
        // `object --> other` is a name.
        if takeEnd(&ahead) == nil || ArrowNotation(&arrow) != nil { cursor = before }
    }

    struct WrittenEnd {
        var name: String
        var range: SourceRange
        /// With all that is written around the name.
        var whole: SourceRange
        var feature: String?
        /// What it is written as, e.g. in parentheses.
        var kind: ClassifierKind?
        var isBusiness = false
    }

    /// A name, with the feature behind `::`.
    func takeEnd(_ cursor: inout LineCursor) -> WrittenEnd? {
        let start = cursor.position
        guard var end = takeWrittenEnd(&cursor) else { return nil }
        end.whole = SourceRange(start, cursor.position)
        return end
    }

    private func takeWrittenEnd(_ cursor: inout LineCursor) -> WrittenEnd? {
        if let quoted = cursor.takeQuoted() { return WrittenEnd(name: source[quoted], range: quoted, whole: quoted) }
        if let (range, kind, isBusiness) = takeMarkedName(&cursor) {
            return WrittenEnd(name: source[range], range: range, whole: range, kind: kind, isBusiness: isBusiness)
        }
        guard let range = cursor.takeName() else { return nil }
        if let owner = owner(range) {
            return WrittenEnd(name: source[owner], range: owner, whole: range, feature: source[SourceRange(owner.end + 2, range.end)])
        }
        if cursor.byte == .ascii("<"), cursor.byte(1) != .ascii("|"), cursor.byte(1) != .ascii("-"), cursor.byte(1) != .ascii("<"),
            cursor.byte(1) != .ascii(".")
        {
            _ = cursor.takeBracketed(.ascii("<"), .ascii(">"))
        }
        return WrittenEnd(name: source[range], range: range, whole: range)
    }

    /// Of a name that is not known itself, the part before `::` that is: the classifier whose feature it names.
    func owner(_ range: SourceRange) -> SourceRange? {
        // No name is longer, and none has more parts.
        guard range.end - range.start <= 1_000, known(source[range]) == nil else { return nil }
        var place = range.end - 2
        while place > range.start {
            let owner = SourceRange(range.start, place)
            if source.bytes[place] == .ascii(":"), source.bytes[place + 1] == .ascii(":"), known(source[owner]) != nil { return owner }
            place -= 1
        }
        return nil
    }

    private mutating func end(_ end: WrittenEnd, text: SourceRange?, head: LineEnd) -> Relationship.End {
        let id = classifier(named: end.name, at: end.range, as: end.kind)
        if end.isBusiness { diagram.classifiers[id].isBusiness = true }
        return Relationship.End(
            classifier: id, text: text.map { LabelNotation.label(source[$0]) }.flatMap { $0.isEmpty ? nil : $0 },
            head: head, feature: end.feature, range: end.whole, textRange: text)
    }

    /// Colour, stereotype and label.
    private mutating func parseTail(_ cursor: inout LineCursor, of relationship: inout Relationship) {
        while true {
            cursor.skipBlanks()
            if let color = cursor.takeColor() {
                relationship.color = NotationColor.line(source, color)
            } else if let range = cursor.takeStereotype() {
                relationship.stereotype = "«\(source[source.trimmed(range)])»"
            } else {
                break
            }
        }
        if cursor.take(.ascii(":")) {
            var text = source.trimmed(cursor.rest)
            if text.end - text.start > 1, source.bytes[text.start] == .ascii("\""), source.bytes[text.end - 1] == .ascii("\"") {
                text = SourceRange(text.start + 1, text.end - 1)
            }
            relationship.nameRange = text
            relationship.name = text.start < text.end ? LabelNotation.words(LabelNotation.label(source[text])) : nil
        } else if !cursor.isAtEnd {
            diagnostics.warning(
                "unexpected-text", source.trimmed(cursor.rest), "This is not understood.", hint: "A text for the relation stands after a colon.")
        }
    }
}
