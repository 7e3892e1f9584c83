extension SequenceParser {
    /// `return value`: the reply of the call whose block encloses it. The value may stand on the next line.
    mutating func parseReturn(_ comment: Label?) -> Statement {
        let start = token.start
        var text = value(from: token.end)
        cursor.move(to: max(token.end, text.range.end))
        if text.range.length == 0, isValueAlone(token) {
            text = value(from: token.start)
            cursor.move(to: text.range.end)
        }
        return reply(text, start, comment)
    }

    private mutating func value(from start: Int) -> Label { withoutQuotes(label(SourceRange(start, endOfExpression(start)))) }

    /// Whether a word on a line of its own is a value rather than a statement.
    private func isValueAlone(_ token: Token) -> Bool {
        switch token.kind {
        case .number: true
        case .string: !isFollowedByStatement(token)
        case .name: keyword(token) == nil && !isFollowedByStatement(token)
        default: false
        }
    }

    mutating func reply(_ text: Label, _ start: Int, _ comment: Label?) -> Statement {
        let sender = currentLifeline()
        let receiver = calls.last?.sender ?? sender
        let message = Message(sort: .reply, sender: sender, receiver: receiver, text: text)
        let statement = Statement(
            id: size.takeStatementID(), range: SourceRange(start, position), comment: comment, content: .message(message))
        if token.kind == .semicolon { cursor.advance() }
        return statement
    }

    /// `@return A -> B: text`, or `@return value` as `return` has it.
    mutating func parseAnnotatedReply(_ comment: Label?) -> Statement? {
        let start = token.start
        cursor.advance()
        guard !token.startsLine, isValueAlone(token) else { return parseMessage(comment, asReplyFrom: start) }
        let text = value(from: token.start)
        cursor.move(to: text.range.end)
        return reply(text, start, comment)
    }

    /// `throw x` is of no sequence diagram: it is drawn as what it comes to.
    mutating func parseThrow(_ comment: Label?) -> Statement {
        let word = token
        let text = label(SourceRange(word.start, endOfExpression(word.end)))
        diagnostics.warning(
            "throw", word.range, "There is no throw; it is drawn as a reply.", hint: "Write return, and try { … } catch (…) { … } around the call.")
        cursor.move(to: text.range.end)
        return reply(text, word.start, comment)
    }
}
