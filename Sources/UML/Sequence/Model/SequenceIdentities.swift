/// What the elements of a sequence diagram are known by from outside: a participant by its name, a message by whom it connects, what else has
/// a name by that name, all else by its sort; each with its count among equals, down the text.
public struct SequenceIdentities: Sendable {
    /// By ``Participant/id``.
    public private(set) var participants: [String] = []
    /// By ``Statement/id``; empty where the diagram has no such statement any more.
    public private(set) var statements: [String]
    /// In the order of ``SequenceDiagram/groups``.
    public private(set) var groups: [String] = []

    init(_ diagram: SequenceDiagram) {
        statements = [String](repeating: "", count: diagram.statementIDCount)
        var table = IdentityTable()
        participants.reserveCapacity(diagram.participants.count)
        for participant in diagram.participants {
            participants.append(table.add(participant.isImplicitStarter ? ":caller" : IdentityTable.escaped(participant.name)))
        }
        for group in diagram.groups { groups.append(table.add(":group " + IdentityTable.escaped(group.name?.text ?? ""))) }
        var connections = ConnectionCounts(participants)
        diagram.body.forEachStatement { statement in
            statements[statement.id] =
                switch statement.content {
                case .message(let message): connections.add(message.sender, message.receiver)
                case .fragment(let fragment): table.add(":" + fragment.kind.rawValue)
                case .interactionUse(let use): table.add(":ref " + IdentityTable.escaped(use.name.text))
                case .divider(let label): table.add(":divider " + IdentityTable.escaped(label.text))
                }
        }
    }

    /// - Returns: ``Participant/id``; nil if nobody is known by this.
    public func participant(_ id: String) -> Int? { participants.firstIndex { $0.isSpelled(like: id) } }

    /// - Returns: ``Statement/id``; nil if nothing is known by this.
    public func statement(_ id: String) -> Int? {
        id.isEmpty ? nil : statements.firstIndex { $0.isSpelled(like: id) }
    }
}
