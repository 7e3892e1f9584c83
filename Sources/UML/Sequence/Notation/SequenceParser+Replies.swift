extension SequenceParser {
    /// `return value`: the reply of the call whose block encloses it.
    mutating func parseReturn(_ comment: Label?) -> Statement {
        let start = token.start
        let end = endOfExpression(token.end)
        let text = label(SourceRange(token.end, end))
        cursor.move(to: max(token.end, text.range.end))
        let sender = currentLifeline()
        let receiver = calls.last?.sender ?? sender
        let message = Message(sort: .reply, sender: sender, receiver: receiver, text: text)
        let statement = Statement(id: size.takeStatementID(), range: SourceRange(start, position), comment: comment, content: .message(message))
        if token.kind == .semicolon { cursor.advance() }
        return statement
    }
}
