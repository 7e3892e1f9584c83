extension SequenceParser {
    /// A call, an asynchronous message, a reply or a creation.
    mutating func parseMessage(_ comment: Label?, asReplyFrom annotation: Int? = nil) -> Statement? {
        let start = annotation ?? token.start
        let assignment = parseAssignment()
        if keyword(token) == .new, cursor.next().kind != .dot { return parseCreation(start, assignment, comment) }
        guard let first = parseName() else {
            // Where nothing was taken at all, it is no statement, and is passed over as such.
            if position > start { reportMissingCall(SourceRange(start, position)) }
            return nil
        }
        var parsed: Message?
        switch token.kind {
        case .arrow where !token.startsLine, .badArrow where !token.startsLine: parsed = parseArrow(from: first)
        case .replyArrow where !token.startsLine: parsed = parseReplyArrow(from: first)
        case .colon where !token.startsLine: parsed = parseAsynchronous(from: nil, to: first)
        case .dot: parsed = parseCall(from: nil, to: first)
        default:
            let sender = currentLifeline()
            parsed = Message(sort: .synchCall, sender: sender, receiver: sender, text: parseSignature(from: first) ?? emptyLabel())
        }
        guard var message = parsed else { return nil }
        message.assignment = assignment
        if annotation != nil, message.sort == .asynchCall || message.sort == .synchCall && message.senderRange != nil { message.sort = .reply }
        return finish(message, start, comment)
    }

    /// The block of a call, or the semicolon after it.
    private mutating func finish(_ message: Message, _ start: Int, _ comment: Label?) -> Statement {
        var message = message
        let id = size.takeStatementID()
        if message.sort == .synchCall || message.sort == .createMessage {
            if token.kind == .leftBrace {
                calls.append(Call(sender: message.sender, receiver: message.receiver))
                message.block = parseBlock()
                calls.removeLast()
            }
        }
        let end = position
        if token.kind == .semicolon { cursor.advance() }
        return Statement(id: id, range: SourceRange(start, end), comment: comment, content: .message(message))
    }

    private mutating func reportMissingCall(_ range: SourceRange) {
        diagnostics.error("missing-call", range, "A call is missing here.", hint: "Write who is called: name = A.method().")
    }

    // MARK: Arrows

    private mutating func parseArrow(from first: ParticipantName) -> Message? {
        let arrow = token
        if arrow.kind == .badArrow { diagnostics.error("bad-arrow", arrow.range, "This is no arrow.", hint: "Write A -> B.") }
        cursor.advance()
        guard !token.startsLine, let second = parseName() else {
            diagnostics.error("missing-receiver", arrow.range, "The receiver is missing.", hint: "Write A -> B: text, or A -> B.method().")
            startWith(refer(first))
            return nil
        }
        if token.kind == .dot { return parseCall(from: first, to: second) }
        if token.kind == .colon, !token.startsLine { return parseAsynchronous(from: first, to: second) }
        var message = endpoints(first, second)
        if token.kind == .leftParenthesis, !token.startsLine {
            message.sort = .synchCall
            message.text = parseSignature(from: nil) ?? message.text
        }
        return message
    }

    private mutating func parseReplyArrow(from first: ParticipantName) -> Message? {
        let arrow = token
        cursor.advance()
        guard !token.startsLine, let second = parseName() else {
            diagnostics.error("missing-receiver", arrow.range, "The receiver is missing.", hint: "Write A --> B: text.")
            startWith(refer(first))
            return nil
        }
        var message = endpoints(first, second)
        message.sort = .reply
        if token.kind == .colon, !token.startsLine { message.text = parseContent() }
        if token.kind == .dot, !token.startsLine { parseReplyAsCall(&message) }
        return message
    }

    /// `B --> A.done()`, where `B --> A: done()` is meant.
    private mutating func parseReplyAsCall(_ message: inout Message) {
        let dot = token
        cursor.advance()
        guard !token.startsLine, let signature = parseSignature(from: nil) else { return }
        message.text = signature
        diagnostics.error("reply-as-call", dot.range, "A reply calls nothing.", hint: "Write B --> A: \(signature.text.shortened).")
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
        cursor.advance()
        message.text = emptyLabel()
        if !token.startsLine, let signature = parseSignature(from: nil) {
            message.text = signature
        } else {
            diagnostics.error("missing-method", dot.range, "The name of the message is missing.", hint: "Write it after the dot: A.method().")
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
        let id = declarations.participants.refer(to: name.text, at: name.range)
        if let emoji = name.emoji, declarations.participants[id].emoji == nil { declarations.participants[id].emoji = emoji }
        return id
    }

    /// The first sender that a text names acts wherever none is named, unless `@Starter` says otherwise.
    private mutating func startWith(_ sender: Int) {
        if declarations.starter == nil, calls.isEmpty { declarations.starter = sender }
    }

    // MARK: Words

    /// Everything after a colon, to the end of the line; but a brace that closes a block begun on the same line is no part of it.
    private mutating func parseContent() -> Label {
        let endOfLine = cursor.endOfLine(token.end)
        var end = endOfLine
        if let open = openBraces.last, open.end >= endOfLine { end = firstUnmatchedBrace(token.end, endOfLine) }
        let content = label(SourceRange(token.end, end))
        cursor.move(to: end)
        return content
    }

    private func firstUnmatchedBrace(_ start: Int, _ end: Int) -> Int {
        var depth = 0
        for offset in start..<end {
            if source.bytes[offset] == .ascii("{") { depth += 1 }
            if source.bytes[offset] == .ascii("}") {
                depth -= 1
                if depth < 0 { return offset }
            }
        }
        return end
    }

    /// `method(arguments).another()`; the first name may have been taken already. Nil where no name begins.
    private mutating func parseSignature(from first: ParticipantName?) -> Label? {
        let start = first?.start ?? token.start
        var respelled: [Label] = []
        if let first {
            if first.range.start != first.start || source.bytes[first.range.start] == .ascii("\"") || source.bytes[first.start] == .ascii("[") {
                let text = first.emoji.map { "\($0) \(first.text)" } ?? first.text
                respelled.append(Label(text: text, range: SourceRange(first.start, first.range.end)))
            }
        } else {
            takeMethodName(&respelled)
            guard position > start || token.kind == .leftParenthesis else { return nil }
        }
        while true {
            if token.kind == .leftParenthesis, !token.startsLine { _ = parseParentheses() }
            guard token.kind == .dot else { break }
            let following = cursor.next()
            guard following.kind == .name || following.kind == .string || following.kind == .leftBracket else { break }
            cursor.advance()
            takeMethodName(&respelled)
        }
        return label(SourceRange(start, position), respelled)
    }

    /// Names in quotes and shortcodes are shown otherwise than they are written.
    private mutating func takeMethodName(_ respelled: inout [Label]) {
        let start = token.start
        if token.kind == .leftBracket, let emoji = parseEmojiShortcode() {
            respelled.append(Label(text: isName && !token.startsLine ? "\(emoji) " : emoji, range: SourceRange(start, position)))
            if token.startsLine { return }
        }
        guard isName else { return }
        if token.kind == .unclosedString { reportUnclosedString(token) }
        if token.kind != .name { respelled.append(Label(text: nameText(token), range: token.range)) }
        cursor.advance()
    }

    private func label(_ range: SourceRange, _ respelled: [Label]) -> Label {
        guard !respelled.isEmpty else { return label(range) }
        var text = ""
        var written = range.start
        for piece in respelled {
            text += source.collapsed(SourceRange(written, piece.range.start)) + piece.text
            written = piece.range.end
        }
        text += source.collapsed(SourceRange(written, range.end))
        return Label(text: text, range: source.trimmed(range))
    }
}
