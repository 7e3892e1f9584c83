extension SequenceEditor {
    /// The edit that does what a command says.
    ///
    /// - Throws: ``EditError``, and the text stays as it is.
    public func perform(_ command: SequenceCommand) throws(EditError) -> Edit {
        switch command {
        case .changeWords(let id, let words):
            if let participant = identities.participant(id) { return try renameParticipant(participant, to: words) }
            return try changeText(of: statement(id), to: words)
        case .addParticipant(let kind, let name): return try addParticipant(name, kind: kind)
        case .insertMessage(let sort, let sender, let receiver, let words, let place):
            return try insertMessage(sort, from: sender, to: receiver, words, at: try point(place))
        case .changeSort(let id, let sort): return try changeSort(of: statement(id), to: sort)
        case .move(let id, let place): return try move(statement(id), to: try point(place))
        case .wrap(let first, let last, let kind, let condition):
            return try wrap(statement(first), through: statement(last), in: kind, condition: condition)
        case .unwrap(let id): return try unwrap(statement(id))
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

    private func point(_ place: SequenceCommand.Place) throws(EditError) -> InsertionPoint {
        switch place.holder {
        case .body: InsertionPoint(.body, place.index)
        case .block: InsertionPoint(.block(of: try statement(place.owner)), place.index)
        case .operand: InsertionPoint(.operand(of: try statement(place.owner), place.operand), place.index)
        }
    }
}
