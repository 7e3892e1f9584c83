/// Which element of an earlier picture is which of a later one.
struct ComparedPairs {
    let old: ComparedElements
    let new: ComparedElements
    private(set) var matches: ElementMatches
    private(set) var alignment = Alignment()

    /// - Parameter successions: What else is known of ids that have changed.
    init(_ old: ComparedElements, _ new: ComparedElements, _ successions: [Succession]) {
        self.old = old
        self.new = new
        matches = ElementMatches(old: old.all.count, new: new.all.count)
        matchByBases()
        for succession in successions {
            guard let successor = succession.successor, let before = old.number(of: succession.id), let after = new.number(of: successor)
            else { continue }
            matches.match(before, after)
        }
    }

    /// Those of one base are laid side by side: what says the same is the same, and of what is left in between the first is the first.
    private mutating func matchByBases() {
        let (before, after) = (Self.groups(old), Self.groups(new))
        for (base, members) in before.groups {
            guard let group = after.names.find(base) else { continue }
            let others = after.groups[group].members
            match(members, others)
        }
    }

    private mutating func match(_ members: [Int], _ others: [Int]) {
        let equal = alignment.pairs(members.map { old.all[$0].words }, others.map { new.all[$0].words })
        var (nextOld, nextNew) = (0, 0)
        for pair in equal + [(members.count, others.count)] {
            while nextOld < pair.old, nextNew < pair.new {
                matches.match(members[nextOld], others[nextNew])
                nextOld += 1
                nextNew += 1
            }
            if pair.old < members.count { matches.match(members[pair.old], others[pair.new]) }
            (nextOld, nextNew) = (pair.old + 1, pair.new + 1)
        }
    }

    /// Whether two elements that are the same stand in what is the same.
    func isContainedAlike(_ before: ComparedElements.Element, _ after: ComparedElements.Element) -> Bool {
        guard let from = before.container, let to = after.container else { return before.container == nil && after.container == nil }
        guard let container = old.number(of: from.id), matches.successors[container] == new.number(of: to.id) else { return false }
        return from.branch == to.branch || from.condition.isSpelled(like: to.condition)
    }

    /// In what an element stood and in what it stands, where that differs.
    func containers(of before: ComparedElements.Element, _ after: ComparedElements.Element) -> (lost: [String], gained: [String]) {
        guard !isContainedAlike(before, after) else { return ([], []) }
        return (Self.words(before.container, old), Self.words(after.container, new))
    }

    private static func words(_ container: ElementFact.Container?, _ elements: ComparedElements) -> [String] {
        guard let container, let number = elements.number(of: container.id) else { return [] }
        let label = elements.all[number].label
        // That of a fragment has the conditions of all its cases.
        let isOnlyCase = String(label.drop { $0 != " " }.dropFirst()).isSpelled(like: container.condition)
        return [container.condition.isEmpty || isOnlyCase ? "in \(label)" : "in the case \(container.condition) of \(label)"]
    }

    /// Elements by the base of their ids, in the order in which they come.
    private static func groups(_ elements: ComparedElements) -> (names: NameIndex, groups: [(base: [UInt8], members: [Int])]) {
        var names = NameIndex()
        var groups: [(base: [UInt8], members: [Int])] = []
        for (number, element) in elements.all.enumerated() {
            let base = element.base
            if let group = names.find(base) {
                groups[group].members.append(number)
            } else {
                names.insert(base, groups.count)
                groups.append((base, [number]))
            }
        }
        return (names, groups)
    }
}
