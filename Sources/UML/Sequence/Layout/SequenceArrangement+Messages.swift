extension SequenceArrangement {
    mutating func arrange(_ message: Message, _ statement: Statement, isLast: Bool) {
        let sender = columns[message.sender]
        let receiver = columns[message.receiver]
        let style = placeComment(statement, at: commentAnchor(sender, receiver))
        if message.sort == .createMessage, diagram.participants[message.receiver].creation == statement.id, sender != receiver {
            arrangeCreation(message, statement, style)
            return
        }
        let text = labelText(message, isLast: isLast)
        let executes = message.sort == .synchCall || message.sort == .createMessage && message.block != nil
        if sender == receiver {
            placeSelf(message, statement, text, style, entersExecution: executes)
        } else {
            place(message.sort, statement, from: sender, to: receiver, text, style, entersExecution: executes, describe(message))
        }
        if executes { arrangeExecution(of: message, statement, on: receiver, from: y) }
    }

    /// What stands on the line.
    private func labelText(_ message: Message, isLast: Bool) -> String {
        switch message.sort {
        case .createMessage: return message.text.text.isEmpty ? "«create»" : "«create» \(message.text.text)"
        case .reply:
            guard isLast, let call = calls.last, let assignee = call.pendingAssignment, isReply(message, to: call.message) else {
                return EmojiShortcodes.expanded(message.text.text)
            }
            return message.text.text.isEmpty ? assignee : "\(assignee) = \(EmojiShortcodes.expanded(message.text.text))"
        case .synchCall where message.sender == message.receiver:
            guard let assignment = message.assignment else { return message.text.text }
            return "\(assignment.text) = \(message.text.text)"
        case .synchCall: return message.text.text
        case .asynchCall: return EmojiShortcodes.expanded(message.text.text)
        }
    }

    private func isReply(_ reply: Message, to call: Message) -> Bool {
        reply.sort == .reply && reply.sender == call.receiver && reply.receiver == call.sender
    }

    /// A message between two lifelines; `y` is then that of its line.
    private mutating func place(
        _ sort: MessageSort, _ statement: Statement, from sender: Int, to receiver: Int, _ text: String, _ style: TextStyle?, entersExecution: Bool,
        _ description: String
    ) {
        let goesRight = sender < receiver
        let start = goesRight ? rightEdge(sender) : leftEdge(sender)
        let end = goesRight ? leftEdge(receiver, isEntered: entersExecution) : rightEdge(receiver, isEntered: entersExecution)
        let (from, to) = (Anchor(column: sender, offset: start), Anchor(column: receiver, offset: end))
        let (label, stretch) = label(text, style, from, to)
        moveToLine(below: label)
        placements.append(
            .message(
                PlacedMessage(
                    statement: statement.id, range: statement.range, sort: sort, from: from, to: to, y: y,
                    labelStretch: stretch, label: label, color: style?.color, description: description)))
        let taken = goesRight ? start - end : end - start
        constraints.demand(sender, receiver, 36 + taken)
        include(sender, left: max(6, -start), right: max(6, start))
        include(receiver, left: max(6, -end), right: max(6, end))
    }

    private mutating func placeSelf(_ message: Message, _ statement: Statement, _ text: String, _ style: TextStyle?, entersExecution: Bool) {
        let column = columns[message.sender]
        let start = rightEdge(column)
        let end = rightEdge(column, isEntered: entersExecution)
        let label = TextLines.plain(text, font(style), maximumWidth: Metrics.widestMessage)
        moveToLine(below: label)
        let (from, to) = (Anchor(column: column, offset: start), Anchor(column: column, offset: end))
        placements.append(
            .message(
                PlacedMessage(
                    statement: statement.id, range: statement.range, sort: message.sort, from: from, to: to, y: y,
                    labelStretch: PlacedMessage.Stretch(start: from, end: to), label: label, color: style?.color, description: describe(message))))
        include(column, left: Metrics.executionHalfWidth + 1, right: max(start, end) + max(Metrics.selfWidth + 4, label.width + 10))
        y += Metrics.selfHeight
    }

    private mutating func moveToLine(below label: TextLines) {
        y = (y + Metrics.statementGap + max(label.height, 4) + Metrics.labelToLine).rounded()
    }

    /// The bar on the receiver's lifeline, from `top` until its block and its reply are done.
    private mutating func arrangeExecution(of message: Message, _ statement: Statement, on column: Int, from top: Double) {
        let left = leftEdge(column, isEntered: true)
        let index = placements.count
        var execution = PlacedExecution(
            statement: statement.id, range: statement.range, left: Anchor(column: column, offset: left), top: top, bottom: top)
        placements.append(.execution(execution))
        levels[column] += 1
        include(column, left: Metrics.executionHalfWidth + 1, right: rightEdge(column) + 1)
        let assignee = message.sender == message.receiver ? nil : message.assignment?.text
        var endsWithReply = false
        if let block = message.block {
            calls.append(OpenCall(message: message, pendingAssignment: assignee))
            arrange(block)
            calls.removeLast()
            if let last = block.statements.last, case .message(let reply) = last.content, message.sender != message.receiver {
                endsWithReply = isReply(reply, to: message)
            }
        }
        if let assignee, !endsWithReply {
            y = max(y, top + 4)
            place(
                .reply, statement, from: column, to: columns[message.sender], assignee, nil, entersExecution: false,
                "\(name(message.receiver)) replies to \(name(message.sender)): \(assignee)")
        } else if !endsWithReply {
            y = max(y + Metrics.executionTail, top + Metrics.shortestExecution)
        }
        levels[column] -= 1
        execution.bottom = y.rounded()
        placements[index] = .execution(execution)
        y += 2
    }

    private mutating func arrangeCreation(_ message: Message, _ statement: Statement, _ style: TextStyle?) {
        let sender = columns[message.sender]
        let receiver = columns[message.receiver]
        let head = heads[receiver]
        let goesRight = sender < receiver
        let start = goesRight ? rightEdge(sender) : leftEdge(sender)
        let end = goesRight ? -head.arrivalX : head.arrivalX
        let (from, to) = (Anchor(column: sender, offset: start), Anchor(column: receiver, offset: end))
        let (label, stretch) = label(labelText(message, isLast: false), style, from, to)
        let lineY = max(y + Metrics.statementGap + label.height + Metrics.labelToLine, y + Metrics.statementGap + head.arrivalY).rounded()
        placements.append(
            .message(
                PlacedMessage(
                    statement: statement.id, range: statement.range, sort: .createMessage, from: from, to: to, y: lineY,
                    labelStretch: stretch, label: label, color: style?.color, description: describe(message))))
        include(sender, left: max(6, -start), right: max(6, start))
        include(receiver, left: head.halfWidth, right: head.halfWidth)
        createdHeads[receiver] = lineY - head.arrivalY
        y = lineY - head.arrivalY + head.height + 4
        if message.block != nil || message.assignment != nil {
            arrangeExecution(of: message, statement, on: receiver, from: y + 4)
        }
    }

    /// At the left end of its arrow, beside the bar that is there.
    private func commentAnchor(_ sender: Int, _ receiver: Int) -> Anchor {
        let column = min(sender, receiver)
        return Anchor(column: column, offset: rightEdge(column) + 8)
    }

    func name(_ participant: Int) -> String {
        let participant = diagram.participants[participant]
        return participant.isImplicitStarter ? "the caller" : participant.label.shortened
    }

    private func describe(_ message: Message) -> String {
        let verb =
            switch message.sort {
            case .synchCall: "calls"
            case .asynchCall: "sends to"
            case .createMessage: "creates"
            case .reply: "replies to"
            }
        let receiver = message.sender == message.receiver ? "itself" : name(message.receiver)
        let words = message.text.text.isEmpty ? "" : ": \(message.text.text)"
        return "\(name(message.sender)) \(verb) \(receiver)\(words)"
    }
}
