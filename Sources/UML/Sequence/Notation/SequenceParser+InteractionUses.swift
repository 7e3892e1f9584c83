extension SequenceParser {
    /// `ref(name, participants…)`.
    mutating func parseInteractionUse(_ comment: Label?) -> Statement? {
        let start = token.start
        cursor.advance()
        guard token.kind == .leftParenthesis, !token.startsLine else {
            diagnostics.error("missing-reference", SourceRange(start, position), "What is referred to is missing.", hint: "Write ref(Name).")
            return nil
        }
        let end = closingBracket(token.start) ?? cursor.endOfLine(token.start)
        let open = token
        cursor.advance()
        var use: InteractionUse?
        while token.start < end {
            let before = position
            if use == nil {
                var nameEnd = token.start
                while nameEnd < end, source.bytes[nameEnd] != .ascii(",") {
                    nameEnd = source.bytes[nameEnd] == .ascii("\"") ? source.bytes.endOfString(nameEnd) : nameEnd + 1
                }
                var name = label(SourceRange(token.start, min(nameEnd, end)))
                if token.kind == .string, token.end == name.range.end { name.text = nameText(token) }
                use = InteractionUse(name: name, participants: [])
                cursor.move(to: min(nameEnd, end))
            } else if isFull() {
                // The text ends here then.
            } else if let name = parseName() {
                use?.participants.append(refer(name))
            }
            if token.kind == .comma { cursor.advance() }
            if position == before { cursor.advance() }
        }
        if source.bytes.byte(end) == .ascii(")") {
            cursor.move(to: end + 1)
        } else {
            diagnostics.error("unclosed-parenthesis", open.range, "This parenthesis is never closed.", hint: "Add ) after the name.")
            cursor.move(to: end)
        }
        let range = SourceRange(start, position)
        if token.kind == .semicolon { cursor.advance() }
        let unnamed = InteractionUse(name: Label(text: "", range: SourceRange(open.end, open.end)), participants: [])
        return Statement(id: size.takeStatementID(), range: range, comment: comment, content: .interactionUse(use ?? unnamed))
    }
}
