extension SequenceParser {
    /// A call, an asynchronous message, a reply or a creation.
    mutating func parseMessage(_ comment: Label?, asReplyFrom annotation: Int? = nil) -> Statement? {
        let start = annotation ?? token.start
        let assignment = parseAssignment()
        if keyword(token) == .new { return parseCreation(start, assignment, comment) }
        guard let first = parseName() else {
            reportMissingCall(SourceRange(start, position))
            return nil
        }
        var message: Message
        switch token.kind {
        case .arrow where !token.startsLine, .dash where !token.startsLine: message = parseArrow(from: first)
        case .replyArrow where !token.startsLine: message = parseReplyArrow(from: first)
        case .colon where !token.startsLine: message = parseAsynchronous(from: nil, to: first)
        case .dot: message = parseCall(from: nil, to: first)
        default:
            let sender = currentLifeline()
            message = Message(sort: .synchCall, sender: sender, receiver: sender, text: parseSignature(from: first.start))
        }
        message.assignment = assignment
        if annotation != nil, message.sort == .asynchCall { message.sort = .reply }
        return finish(message, start, comment)
    }

    /// The block of a call, or the semicolon after it.
    private mutating func finish(_ message: Message, _ start: Int, _ comment: Label?) -> Statement {
        var message = message
        let id = takeStatementID()
        if message.sort == .synchCall || message.sort == .createMessage {
            if token.kind == .leftBrace {
                calls.append(Call(sender: message.sender, receiver: message.receiver))
                message.block = parseBlock()
                calls.removeLast()
            }
        }
        let end = position
        if token.kind == .semicolon { advance() }
        return Statement(id: id, range: SourceRange(start, end), comment: comment, content: .message(message))
    }

    private mutating func reportMissingCall(_ range: SourceRange) {
        diagnostics.error("missing-call", range, "A call is missing here.", hint: "Write who is called: name = A.method().")
    }

    // MARK: Arrows

    private mutating func parseArrow(from first: ParticipantName) -> Message {
        let arrow = token
        if arrow.kind == .dash { diagnostics.error("bad-arrow", arrow.range, "This is no arrow.", hint: "Write A -> B.") }
        advance()
        guard !token.startsLine, let second = parseName() else {
            diagnostics.error("missing-receiver", arrow.range, "The receiver is missing.", hint: "Write A -> B: text, or A -> B.method().")
            let sender = refer(first)
            startWith(sender)
            return Message(sort: .asynchCall, sender: sender, receiver: sender, text: emptyLabel(), senderRange: first.range)
        }
        if token.kind == .dot { return parseCall(from: first, to: second) }
        if token.kind == .colon, !token.startsLine { return parseAsynchronous(from: first, to: second) }
        var message = endpoints(first, second)
        if token.kind == .leftParenthesis, !token.startsLine {
            message.sort = .synchCall
            message.text = parseSignature(from: token.start)
        }
        return message
    }

    private mutating func parseReplyArrow(from first: ParticipantName) -> Message {
        let arrow = token
        advance()
        guard !token.startsLine, let second = parseName() else {
            diagnostics.error("missing-receiver", arrow.range, "The receiver is missing.", hint: "Write A --> B: text.")
            let sender = refer(first)
            startWith(sender)
            return Message(sort: .reply, sender: sender, receiver: sender, text: emptyLabel(), senderRange: first.range)
        }
        var message = endpoints(first, second)
        message.sort = .reply
        if token.kind == .colon, !token.startsLine { message.text = parseContent() }
        return message
    }

    private mutating func parseAsynchronous(from first: ParticipantName?, to second: ParticipantName) -> Message {
        var message = endpoints(first, second)
        message.text = parseContent()
        return message
    }

    private mutating func parseCall(from first: ParticipantName?, to second: ParticipantName) -> Message {
        var message = endpoints(first, second)
        message.sort = .synchCall
        let dot = token
        advance()
        if token.startsLine || !(isName || token.kind == .leftBracket) {
            diagnostics.error("missing-method", dot.range, "The name of the message is missing.", hint: "Write it after the dot: A.method().")
            message.text = emptyLabel()
        } else {
            message.text = parseSignature(from: token.start)
        }
        return message
    }

    /// An asynchronous message between the two, without words yet.
    private mutating func endpoints(_ first: ParticipantName?, _ second: ParticipantName) -> Message {
        let sender: Int
        if let first {
            sender = refer(first)
            startWith(sender)
        } else {
            sender = currentLifeline()
        }
        let receiver = refer(second)
        return Message(
            sort: .asynchCall, sender: sender, receiver: receiver, text: emptyLabel(), senderRange: first?.range, receiverRange: second.range)
    }

    func emptyLabel() -> Label { Label(text: "", range: SourceRange(position, position)) }

    mutating func refer(_ name: ParticipantName) -> Int {
        let id = table.refer(to: name.text, at: name.range)
        if let emoji = name.emoji, table[id].emoji == nil { table[id].emoji = emoji }
        return id
    }

    /// The first sender that a text names acts wherever none is named, unless `@Starter` says otherwise.
    private mutating func startWith(_ sender: Int) {
        if starter == nil, calls.isEmpty { starter = sender }
    }

    // MARK: Words

    /// Everything after a colon, to the end of the line.
    private mutating func parseContent() -> Label {
        let content = label(SourceRange(token.end, scanner.endOfLine(token.end)))
        move(to: scanner.endOfLine(token.end))
        return content
    }

    /// `method(arguments).another()`, from `start` on; a name may have been taken already.
    private mutating func parseSignature(from start: Int) -> Label {
        if position <= start { takeMethodName() }
        while true {
            if token.kind == .leftParenthesis, !token.startsLine { _ = parseParentheses() }
            guard token.kind == .dot else { break }
            let following = next()
            guard following.kind == .name || following.kind == .string || following.kind == .leftBracket else { break }
            advance()
            takeMethodName()
        }
        return label(SourceRange(start, position))
    }

    private mutating func takeMethodName() {
        if token.kind == .leftBracket { _ = parseEmojiShortcode() }
        if token.kind == .unclosedString { reportUnclosedString(token) }
        if isName { advance() }
    }
}
