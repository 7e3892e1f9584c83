extension SequenceParser {
    /// `new Type(arguments)`: a new lifeline, named after what it is assigned to if anything else bears the type's name.
    mutating func parseCreation(_ start: Int, _ assignment: Assignment?, _ comment: Label?) -> Statement? {
        let word = token
        cursor.advance()
        let sender = currentLifeline()
        guard !token.startsLine, let type = parseName() else {
            diagnostics.error("missing-type", word.range, "What is created is missing.", hint: "Write new Type().")
            skipBlockOfUnknown()
            return nil
        }
        let arguments = token.kind == .leftParenthesis && !token.startsLine ? parseParentheses() : nil
        let (receiver, isNamedByAssignee) = created(type, assignment)
        var message = Message(
            sort: .createMessage, sender: sender, receiver: receiver, text: arguments ?? emptyLabel(), receiverRange: type.range)
        if !isNamedByAssignee { message.assignment = assignment }
        let id = size.takeStatementID()
        if declarations.participants[receiver].creation == nil, isFirstUse(of: receiver) { declarations.participants[receiver].creation = id }
        if token.kind == .leftBrace {
            calls.append(Call(sender: sender, receiver: receiver))
            message.block = parseBlock()
            calls.removeLast()
        }
        let end = position
        if token.kind == .semicolon { cursor.advance() }
        return Statement(id: id, range: SourceRange(start, end), comment: comment, content: .message(message))
    }

    /// The lifeline of `a = new A()`: `A` if a declaration names it, else `a: A`.
    private mutating func created(_ type: ParticipantName, _ assignment: Assignment?) -> (id: Int, isNamedByAssignee: Bool) {
        guard let assignment, declarations.participants.find(type.text).map({ declarations.participants[$0].declaration == nil }) ?? true else {
            return (refer(type), false)
        }
        let typed = "\(assignment.assignee):\(type.text)"
        if let declared = declarations.participants.find(typed) {
            _ = declarations.participants.refer(to: typed, at: assigneeRange(assignment))
            declarations.participants.alias(assignment.assignee, to: declared)
            return (declared, true)
        }
        let known = declarations.participants.find(assignment.assignee)
        let id = declarations.participants.refer(to: assignment.assignee, at: assigneeRange(assignment))
        if known == nil {
            declarations.participants[id].label = "\(assignment.assignee): \(type.text)"
            declarations.participants.alias(type.text, to: id)
            // As the original language addresses what was assigned: "log:Log".write(line).
            declarations.participants.alias(typed, to: id)
        }
        return (id, true)
    }

    private func assigneeRange(_ assignment: Assignment) -> SourceRange {
        var start = assignment.range.end
        let lower = assignment.range.start
        if start > lower, source.bytes[start - 1] == .ascii("\"") {
            start -= 1
            while start > lower, source.bytes[start - 1] != .ascii("\"") { start -= 1 }
            return SourceRange(max(lower, start - 1), assignment.range.end)
        }
        while start > lower, source.bytes[start - 1].continuesName { start -= 1 }
        return SourceRange(start, assignment.range.end)
    }

    /// A lifeline that messages reached before can't begin here; its declaration doesn't count as a use.
    private func isFirstUse(of id: Int) -> Bool {
        let participant = declarations.participants[id]
        let earlier = participant.references.dropLast()
        let isUsed: Bool
        if participant.group != nil {
            // They are in the order of the text.
            if let last = earlier.last, let bodyStart { isUsed = last.start >= bodyStart } else { isUsed = false }
        } else if let declaration = participant.declaration {
            isUsed = earlier.contains { !declaration.contains($0) }
        } else {
            isUsed = !earlier.isEmpty
        }
        return !isUsed && id != declarations.starter && !calls.contains { $0.receiver == id || $0.sender == id }
    }

    private mutating func skipBlockOfUnknown() {
        if token.kind == .leftParenthesis { _ = parseParentheses() }
        if token.kind == .leftBrace { _ = parseBlock() }
    }
}
