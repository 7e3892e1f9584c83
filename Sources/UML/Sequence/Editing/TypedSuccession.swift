/// Finds out which elements of a sequence diagram are which after its text was changed in a way that nobody has described: by typing, undoing,
/// or bringing two versions together. A pure function of both texts.
///
/// What stands outside of the stretch that differs is where it was. What stood in it is looked for by its words, and then in its place.
struct TypedSuccession {
    private let old: SequenceDocument
    private let new: SequenceDocument
    private let difference: SourceDifference
    private let early: SourceDifference

    static func between(_ old: SequenceDocument, _ new: SequenceDocument) -> SequenceSuccession {
        let succession = TypedSuccession(
            old: old, new: new, difference: SourceDifference(old.source, new.source),
            early: SourceDifference(old.source, new.source, isLate: false))
        return SequenceSuccession(participants: succession.participants(), statements: succession.statements(), groups: succession.groups())
    }

    // MARK: Participants

    /// By their names; who is not there any more may be called otherwise now, in the place that named them first.
    private func participants() -> [Int] {
        var matches = ElementMatches(old: old.diagram.participants.count, new: new.diagram.participants.count)
        for (id, found) in SequenceSuccession.byName(old.diagram, new.diagram).enumerated() where found >= 0 { matches.match(id, found) }
        guard matches.hasBoth else { return matches.successors }
        let places = PlacedElements(new.diagram.participants.map { $0.references.map { $0.start } })
        for participant in old.diagram.participants {
            guard let first = participant.references.first, let found = places.element(at: first.start, difference) else { continue }
            matches.match(participant.id, found)
        }
        return matches.successors
    }

    // MARK: Groups

    private func groups() -> [Int] {
        let places = PlacedElements(new.diagram.groups.map { [$0.range.start] })
        var matches = ElementMatches(old: old.diagram.groups.count, new: new.diagram.groups.count)
        for (index, group) in old.diagram.groups.enumerated() {
            if let found = places.element(at: group.range.start, difference) { matches.match(index, found) }
        }
        return matches.successors
    }

    // MARK: Statements

    private func statements() -> [Int] {
        let (before, after) = (Self.heads(old.diagram), Self.heads(new.diagram))
        let places = PlacedElements(after.map { [$0.range.start] })
        var matches = ElementMatches(old: old.diagram.statementIDCount, new: new.diagram.statementIDCount)
        // Two texts can differ inside of a line although a line was put in: what was touched is known by its place only if its words are gone.
        for head in before where !difference.touches(head.range) { matchByPlace(head, after, places, difference, &matches) }
        matchByWords(&matches)
        for head in before { matchByPlace(head, after, places, difference, &matches) }
        for head in before where matches.isUnmatched(old: head.id) { matchByPlace(head, after, places, early, &matches) }
        for head in before where matches.isUnmatched(old: head.id) { matchWithin(head, after, places, &matches) }
        return matches.successors
    }

    private func matchByPlace(
        _ head: StatementHead, _ after: [StatementHead], _ places: PlacedElements, _ difference: SourceDifference, _ matches: inout ElementMatches
    ) {
        guard let found = places.element(at: head.range.start, difference), after[found].sort == head.sort else { return }
        matches.match(head.id, after[found].id)
    }

    /// What is typed before a statement, and before its indentation too, may be its beginning now.
    private func matchWithin(_ head: StatementHead, _ after: [StatementHead], _ places: PlacedElements, _ matches: inout ElementMatches) {
        guard let place = difference.place(head.range.start), let found = places.element(before: place), after[found].sort == head.sort,
            after[found].range.contains(place)
        else { return }
        matches.match(head.id, after[found].id)
    }

    /// Of those that say the same, the first is the first, the second the second.
    private func matchByWords(_ matches: inout ElementMatches) {
        guard matches.hasBoth else { return }
        var found = NameIndex()
        Self.forEachWords(of: new.diagram, where: { matches.isUnmatched(new: $0) }) { id, words in found.insert(words, id) }
        var pairs: [(old: Int, new: Int)] = []
        Self.forEachWords(of: old.diagram, where: { matches.isUnmatched(old: $0) }) { id, words in
            if let same = found.find(words) { pairs.append((id, same)) }
        }
        for pair in pairs { matches.match(pair.old, pair.new) }
    }

    /// What some statements say by themselves, each with its count among equals.
    private static func forEachWords(of diagram: SequenceDiagram, where isWanted: (Int) -> Bool, _ visit: (Int, [UInt8]) -> Void) {
        let names = SequenceEditor.names(of: diagram)
        var table = IdentityTable()
        diagram.body.forEachStatement { statement in
            if isWanted(statement.id) {
                visit(statement.id, Array(table.add(String(decoding: Meaning.words(of: statement, names), as: UTF8.self)).utf8))
            }
        }
    }

    private static func heads(_ diagram: SequenceDiagram) -> [StatementHead] {
        var heads: [StatementHead] = []
        heads.reserveCapacity(diagram.statementIDCount)
        diagram.body.forEachStatement { heads.append(StatementHead($0)) }
        return heads
    }
}
