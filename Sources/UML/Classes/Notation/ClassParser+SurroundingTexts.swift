extension ClassParser {
    private static let mostSurroundingTexts = 100

    /// `caption text`, `center footer text`, `legend right` and its lines up to `end legend`.
    mutating func parseSurroundingText(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        var alignment = takeAlignment(&cursor)
        cursor.skipBlanks()
        let words: [(StaticString, SurroundingText.Kind, SurroundingText.Alignment)] = [
            ("header", .header, .right), ("footer", .footer, .center), ("caption", .caption, .center), ("legend", .legend, .center),
        ]
        guard let (word, kind, usual) = words.first(where: { cursor.take(word: $0.0) }), cursor.isAtEnd || cursor.byte.isSpaceOrTab else {
            return false
        }
        cursor.skipBlanks()
        // `Caption : String` is a member of a class of that name.
        if cursor.byte == .ascii(":") { return false }
        if kind == .legend {
            _ = cursor.take(anyOf: ["top", "bottom"])
            cursor.skipBlanks()
            alignment = alignment ?? takeAlignment(&cursor)
        }
        var ahead = cursor
        if ArrowNotation(&ahead) != nil { return false }
        var range = line
        let rest = source.trimmed(cursor.rest)
        let text = rest.start < rest.end ? source[rest] : takeText(&range, opening: line, word)
        guard diagram.surroundingTexts.count < Self.mostSurroundingTexts else { return true }
        diagram.surroundingTexts.append(
            SurroundingText(kind: kind, text: LabelNotation.label(text), alignment: alignment ?? usual, range: range))
        return true
    }

    private func takeAlignment(_ cursor: inout LineCursor) -> SurroundingText.Alignment? {
        if cursor.take(word: "left") { return .left }
        if cursor.take(word: "right") { return .right }
        return cursor.take(word: "center") ? .center : nil
    }
}
