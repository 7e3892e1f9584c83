extension SequenceParser {
    /// `return value`: the reply of the call whose block encloses it.
    mutating func parseReturn(_ comment: Label?) -> Statement {
        let start = token.start
        let end = endOfExpression(token.end)
        let text = label(SourceRange(token.end, end))
        move(to: max(token.end, text.range.end))
        let sender = currentLifeline()
        let receiver = calls.last?.sender ?? sender
        let message = Message(sort: .reply, sender: sender, receiver: receiver, text: text)
        let statement = Statement(id: takeStatementID(), range: SourceRange(start, position), comment: comment, content: .message(message))
        if token.kind == .semicolon { advance() }
        return statement
    }

    /// `ref(name, participants…)`.
    mutating func parseInteractionUse(_ comment: Label?) -> Statement? {
        let start = token.start
        advance()
        guard token.kind == .leftParenthesis, !token.startsLine else {
            diagnostics.error("missing-reference", SourceRange(start, position), "What is referred to is missing.", hint: "Write ref(Name).")
            return nil
        }
        let end = closingBracket(token.start) ?? endOfLine(token.start)
        let open = token
        advance()
        var use: InteractionUse?
        while token.start < end {
            let before = position
            if use == nil {
                var nameEnd = token.start
                while nameEnd < end, source.bytes[nameEnd] != .ascii(",") {
                    nameEnd = source.bytes[nameEnd] == .ascii("\"") ? scanner.endOfString(nameEnd) : nameEnd + 1
                }
                var name = label(SourceRange(token.start, min(nameEnd, end)))
                if token.kind == .string, token.end == name.range.end { name.text = nameText(token) }
                use = InteractionUse(name: name, participants: [])
                move(to: min(nameEnd, end))
            } else if isFull() {
                // The text ends here then.
            } else if let name = parseName() {
                use?.participants.append(refer(name))
            }
            if token.kind == .comma { advance() }
            if position == before { advance() }
        }
        if scanner.byte(end) == .ascii(")") {
            move(to: end + 1)
        } else {
            diagnostics.error("unclosed-parenthesis", open.range, "This parenthesis is never closed.", hint: "Add ) after the name.")
            move(to: end)
        }
        let range = SourceRange(start, position)
        if token.kind == .semicolon { advance() }
        let unnamed = InteractionUse(name: Label(text: "", range: SourceRange(open.end, open.end)), participants: [])
        return Statement(id: takeStatementID(), range: range, comment: comment, content: .interactionUse(use ?? unnamed))
    }
}
