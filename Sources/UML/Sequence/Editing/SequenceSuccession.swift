/// Which elements of a sequence diagram are which after a change of its text. Indices are the model's; -1 stands for an element that is gone.
struct SequenceSuccession {
    private(set) var participants: [Int]
    private(set) var statements: [Int]
    private(set) var groups: [Int]

    /// The ids that have changed with it.
    func changes(_ old: SequenceIdentities, _ new: SequenceIdentities) -> [Succession] {
        Succession.changes(old.participants, new.participants, participants) + Succession.changes(old.groups, new.groups, groups)
            + Succession.changes(old.statements, new.statements, statements).filter { !$0.id.isEmpty }
    }

    /// The ids of what came with it: statements, then participants.
    func created(_ new: SequenceIdentities) -> [String] {
        Self.missing(statements, new.statements).filter { !$0.isEmpty } + Self.missing(participants, new.participants)
    }

    private static func missing(_ successors: [Int], _ ids: [String]) -> [String] {
        var isKnown = [Bool](repeating: false, count: ids.count)
        for index in successors where index >= 0 { isKnown[index] = true }
        var missing: [String] = []
        for (index, id) in ids.enumerated() where !isKnown[index] { missing.append(id) }
        return missing
    }
}

extension SequenceSuccession {
    /// Of an edit whose meaning is known: what it left in place is found by walking through what was expected and what came of it, which are
    /// alike.
    ///
    /// - Parameters:
    ///   - expected: With the old statements as origins.
    ///   - result: With the new ones.
    ///   - renamed: The participant that has got another name, and which.
    init(
        _ old: SequenceDiagram, _ new: SequenceDiagram, _ expected: [Meaning], _ result: [Meaning], renamed: (id: Int, name: String)?
    ) {
        participants = Self.byName(old, new, renamed: renamed)
        statements = [Int](repeating: -1, count: old.statementIDCount)
        // No edit changes the groups but for their members.
        groups = Array(old.groups.indices)
        pair(expected, result)
    }

    private mutating func pair(_ expected: [Meaning], _ result: [Meaning]) {
        for (index, meaning) in expected.enumerated() {
            if let old = meaning.origin, let new = result[index].origin { statements[old] = new }
            for (block, inner) in meaning.blocks.enumerated() { pair(inner, result[index].blocks[block]) }
        }
    }

    static func byName(_ old: SequenceDiagram, _ new: SequenceDiagram, renamed: (id: Int, name: String)? = nil) -> [Int] {
        var names = NameIndex()
        for participant in new.participants { names.insert(Array(participant.name.utf8), participant.id) }
        var successors: [Int] = []
        for participant in old.participants {
            var name = participant.name
            if let renamed, renamed.id == participant.id { name = renamed.name }
            successors.append(names.find(Array(name.utf8)) ?? -1)
        }
        return successors
    }
}
