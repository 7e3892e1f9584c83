extension SequenceEditor {
    /// Inserts a message. Participants that the text doesn't know yet come to be by it.
    public func insertMessage(
        _ sort: MessageSort, from sender: String, to receiver: String, _ text: String, at point: InsertionPoint
    ) throws(EditError) -> Edit {
        let site = try site(of: point.place)
        let line = try written(sort, sender, receiver, text, context: try context(of: point.place), impliesSender: try isInCall(point.place))
        let edit = try insertion(of: [line.text], at: point.index, in: site)
        var expected = meanings
        try insert(Meaning.message(sort, sender.bounded, receiver.bounded, line.shown, nil), at: point, &expected)
        return try checked([edit], expected)
    }

    /// A message as the notation writes it, and its text as it is then shown.
    private func written(
        _ sort: MessageSort, _ sender: String, _ receiver: String, _ text: String, context: String?, impliesSender: Bool
    ) throws(EditError) -> (text: String, shown: String) {
        let from = try Self.written(sender)
        let to = try Self.written(receiver)
        switch sort {
        case .asynchCall: return ("\(from) -> \(to): \(text)", text)
        case .reply: return ("\(from) --> \(to): \(text)", text)
        case .synchCall:
            let signature = Self.signature(text)
            let isImplied = impliesSender && context.map { $0.isSpelled(like: sender) } ?? false
            return ((isImplied ? "" : "\(from) -> ") + "\(to).\(signature)", text)
        case .createMessage:
            guard context.map({ $0.isSpelled(like: sender) }) ?? false else { throw .changesMore }
            return ("new \(to)(\(text))", text)
        }
    }

    /// Words that are no signature are written in quotes, and shown without.
    static func signature(_ text: String) -> String {
        let trial = SequenceDocument(SourceText("A -> B.\(text)"))
        if trial.diagram.body.statements.count == 1, !trial.hasErrors,
            case .message(let message) = trial.diagram.body.statements[0].content, message.block == nil, message.sort == .synchCall,
            message.text.text.isSpelled(like: text)
        {
            return text
        }
        return quoted(text)
    }

    /// Whether a statement here may leave its sender out. Outside of all calls the first sender that is named acts for the others, so there
    /// names stay, unless `@Starter` says who it is.
    private func isInCall(_ place: InsertionPoint.Place) throws(EditError) -> Bool {
        if diagram.starterDeclaration != nil { return true }
        switch place {
        case .body: return false
        case .operand(let id, _): return try site(id).caller != nil
        case .block(let id):
            let site = try site(id)
            if case .message = site.statement.content { return true }
            return site.caller != nil
        }
    }

    /// The name of the lifeline that acts where a statement at this place names no sender.
    func context(of place: InsertionPoint.Place) throws(EditError) -> String? {
        let participant: Int?
        switch place {
        case .body: participant = diagram.starter
        case .block(let id):
            let site = try site(id)
            if case .message(let message) = site.statement.content { participant = message.receiver } else { participant = site.context }
        case .operand(let id, _): participant = try site(id).context
        }
        return participant.map { name($0) }
    }

    /// Where a new statement stands in the model.
    func insert(_ meaning: Meaning, at point: InsertionPoint, _ meanings: inout [Meaning]) throws(EditError) {
        switch point.place {
        case .body: meanings.insert(meaning, at: point.index)
        case .block(let id):
            let owner = try site(id)
            meanings.update(owner.path.steps[...]) { statement in
                if case .fragment(let fragment) = owner.statement.content, fragment.kind.hasStatementsAsOperands {
                    if fragment.operands.count == 1, statement.blocks.first?.isEmpty == true, fragment.operands[0].block.range == fragment.blockRange
                    {
                        statement.blocks = []
                    }
                    statement.blocks.insert([meaning], at: min(point.index, statement.blocks.count))
                } else if statement.blocks.isEmpty {
                    statement.blocks = [[meaning]]
                } else {
                    statement.blocks[0].insert(meaning, at: min(point.index, statement.blocks[0].count))
                }
            }
        case .operand(let id, let number):
            meanings.update(try site(id).path.steps[...]) { statement in
                statement.blocks[number].insert(meaning, at: min(point.index, statement.blocks[number].count))
            }
        }
    }

    /// Changes the words of a message, a divider or a reference.
    public func changeText(of id: Int, to text: String) throws(EditError) -> Edit {
        let site = try site(id)
        let names = names
        let (edit, shown) = try replacement(site.statement, text)
        var expected = meanings
        expected.update(site.path.steps[...]) { statement in
            switch site.statement.content {
            case .message(let message):
                statement.words =
                    Meaning.message(message.sort, names[message.sender], names[message.receiver], shown, message.assignment?.text).words
            case .divider: statement.words = Array("== \(shown)".utf8)
            case .interactionUse(let use):
                statement.words = Meaning.reference(shown, use.participants, names).words
            case .fragment: break
            }
        }
        return try checked([edit], expected)
    }

    private func replacement(_ statement: Statement, _ text: String) throws(EditError) -> (TextEdit, String) {
        try Self.requireOneLine(text)
        switch statement.content {
        case .fragment: throw .noSuchElement
        case .divider(let label):
            if label.range.length > 0 { return (TextEdit(range: label.range, replacement: text), text) }
            return (TextEdit(range: statement.range, replacement: text.isEmpty ? "==" : "== \(text) =="), text)
        case .interactionUse(let use):
            return (TextEdit(range: use.name.range, replacement: Self.referenced(text)), text)
        case .message(let message):
            let range = message.text.range
            switch message.sort {
            case .synchCall: return (TextEdit(range: range, replacement: Self.signature(text)), text)
            case .createMessage:
                if range.length > 0 || isInParentheses(range) { return (TextEdit(range: range, replacement: text), text) }
                guard let type = message.receiverRange else { throw .noSuchElement }
                return (TextEdit(range: SourceRange(type.end, type.end), replacement: "(\(text))"), text)
            case .reply where message.receiverRange == nil:
                let needsSpace = range.length == 0 && source.bytes[range.start - 1].continuesName
                return (TextEdit(range: range, replacement: needsSpace ? " \(text)" : text), text)
            case .asynchCall, .reply:
                if range.length > 0 { return (TextEdit(range: range, replacement: text), text) }
                let end = statement.range.end
                let hasColon = source.bytes[end - 1] == .ascii(":")
                return (TextEdit(range: SourceRange(end, end), replacement: hasColon ? " \(text)" : ": \(text)"), text)
            }
        }
    }

    private func isInParentheses(_ range: SourceRange) -> Bool {
        range.start > 0 && source.bytes[range.start - 1] == .ascii("(") && range.end < source.bytes.count && source.bytes[range.end] == .ascii(")")
    }

    /// Makes a message one of another sort between the same participants.
    public func changeSort(of id: Int, to sort: MessageSort) throws(EditError) -> Edit {
        let site = try site(id)
        guard case .message(let message) = site.statement.content else { throw .noSuchElement }
        guard message.sort != sort else { return .nothing }
        guard message.block == nil, message.assignment == nil else { throw .holdsMore }
        let (sender, receiver) = (name(message.sender), name(message.receiver))
        let line = try written(
            sort, sender, receiver, message.text.text, context: site.context.map { name($0) },
            impliesSender: message.senderRange == nil)
        var expected = meanings
        expected.update(site.path.steps[...]) {
            $0.words = Meaning.message(sort, sender.bounded, receiver.bounded, line.shown, nil).words
        }
        return try checked([TextEdit(range: site.statement.range, replacement: line.text)], expected)
    }
}
