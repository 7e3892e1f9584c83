extension SequenceEditor {
    /// The edit that does what a command says.
    ///
    /// - Throws: ``EditError``, and the text stays as it is.
    public func perform(_ command: SequenceCommand) throws(EditError) -> Edit {
        switch command {
        case .changeWords(let id, let words):
            if let participant = identities.participant(id) { return try renameParticipant(participant, to: words) }
            return try changeText(of: statement(id), to: words)
        case .addParticipant(let kind, let name, let column): return try addParticipant(name, kind: kind, column: column)
        case .moveParticipant(let id, let column): return try moveParticipant(participant(id), to: column)
        case .changeKind(let id, let kind): return try changeKind(of: participant(id), to: kind)
        case .insertMessage(let sort, let sender, let receiver, let words, let place):
            return try insertMessage(sort, from: sender, to: receiver, words, at: try point(place))
        case .insertFragment(let kind, let condition, let place): return try insertFragment(kind, condition, at: try point(place))
        case .insertDivider(let words, let place): return try insertDivider(words, at: try point(place))
        case .insertReference(let words, let participants, let place):
            var ids: [Int] = []
            for id in participants { ids.append(try participant(id)) }
            return try insertReference(words, ids, at: try point(place))
        case .attach(let id, let end, let participant): return try attach(statement(id), end, to: self.participant(participant))
        case .changeSort(let id, let sort): return try changeSort(of: statement(id), to: sort)
        case .move(let id, let place): return try move(statement(id), to: try point(place))
        case .wrap(let first, let last, let kind, let condition):
            return try wrap(statement(first), through: statement(last), in: kind, condition: condition)
        case .unwrap(let id): return try unwrap(statement(id))
        case .changeOperator(let id, let kind, let condition): return try changeOperator(of: statement(id), to: kind, condition)
        case .addOperand(let id, let condition): return try addOperand(to: statement(id), condition)
        case .changeOperand(let id, let operand, let condition): return try changeOperand(operand, of: statement(id), to: condition)
        case .removeOperand(let id, let operand): return try removeOperand(operand, of: statement(id))
        case .changeComment(let id, let words): return try changeComment(of: statement(id), to: words)
        case .remove(let id):
            if let participant = identities.participant(id) { return try removeParticipant(participant) }
            return try remove(statement(id))
        }
    }

    private var identities: SequenceIdentities { document.identities }

    private func statement(_ id: String) throws(EditError) -> Int {
        guard let statement = identities.statement(id) else { throw .noSuchElement }
        return statement
    }

    private func participant(_ id: String) throws(EditError) -> Int {
        guard let participant = identities.participant(id) else { throw .noSuchElement }
        return participant
    }

    private func point(_ place: SequenceCommand.Place) throws(EditError) -> InsertionPoint {
        switch place.holder {
        case .body: InsertionPoint(.body, place.index)
        case .block: InsertionPoint(.block(of: try statement(place.owner)), place.index)
        case .operand: InsertionPoint(.operand(of: try statement(place.owner), place.operand), place.index)
        }
    }
}
