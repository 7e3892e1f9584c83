/// What stands above the statements: title, starter, groups, and who is declared, in this order. Who isn't declared stands where it first
/// appears, so that follows from the statements.
struct HeadMeaning: Equatable {
    private(set) var entries: [Entry] = []

    struct Entry: Equatable {
        var sort: Sort
        /// Of a participant or a group, or the title.
        var name: [UInt8]
        /// Of somebody declared: kind, label, stereotype, colour and width.
        var look: [UInt8] = []
    }

    enum Sort { case title, starter, group, member, declaration }

    /// - Parameter names: Of the participants, by their ids.
    static func of(_ diagram: SequenceDiagram, _ names: [String]) -> HeadMeaning {
        var head = HeadMeaning()
        if let title = diagram.title { head.add(.title, title.text) }
        if diagram.starterDeclaration != nil, let starter = diagram.starter { head.add(.starter, names[starter]) }
        for group in diagram.groups {
            head.add(.group, group.name?.text ?? "")
            for member in group.participants { head.add(.member, names[member]) }
        }
        var ids: [Int] = []
        var places: [Int] = []
        for participant in diagram.participants {
            guard let declaration = participant.declaration else { continue }
            ids.append(participant.id)
            places.append(declaration.start)
        }
        for index in PlaceOrder.indices(of: places) {
            head.entries.append(declaration(of: diagram.participants[ids[index]], named: names[ids[index]]))
        }
        return head
    }

    private mutating func add(_ sort: Sort, _ name: String) { entries.append(Entry(sort: sort, name: Array(name.utf8))) }

    private static func declaration(of participant: Participant, named name: String) -> Entry {
        let label = participant.label.isSpelled(like: participant.name) ? "" : participant.label
        let color = participant.color.map { "\($0.red) \($0.green) \($0.blue)" } ?? ""
        let look = "\(participant.kind.rawValue)|\(label)|\(participant.stereotype ?? "")|\(color)|\(participant.minimumWidth ?? 0)"
        return Entry(sort: .declaration, name: Array(name.utf8), look: Array(look.utf8))
    }

    /// The same without a participant.
    func without(_ name: String) -> HeadMeaning {
        let name = Array(name.utf8)
        var head = self
        head.entries = []
        for entry in entries where entry.name != name || entry.sort == .title || entry.sort == .group { head.entries.append(entry) }
        return head
    }

    /// The same with other declarations.
    ///
    /// - Parameter participants: In the order of their declarations.
    func declaring(_ participants: [Participant]) -> HeadMeaning {
        var head = self
        head.entries.removeAll { $0.sort == .declaration }
        for participant in participants { head.entries.append(Self.declaration(of: participant, named: participant.name.bounded)) }
        return head
    }

    /// The same with another declaration of somebody who is declared.
    func changing(_ participant: Participant) -> HeadMeaning {
        var head = self
        let changed = Self.declaration(of: participant, named: participant.name.bounded)
        for index in entries.indices where entries[index].sort == .declaration && entries[index].name == changed.name {
            head.entries[index] = changed
        }
        return head
    }

    /// The same with one more declaration.
    ///
    /// - Parameter index: Among the declarations.
    func declaring(_ participant: Participant, at index: Int) -> HeadMeaning {
        var head = self
        var others = 0
        for entry in entries where entry.sort != .declaration { others += 1 }
        head.entries.insert(Self.declaration(of: participant, named: participant.name.bounded), at: others + index)
        return head
    }
}
