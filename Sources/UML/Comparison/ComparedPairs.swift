/// Which element of an earlier picture is which of a later one.
struct ComparedPairs {
    let old: ComparedElements
    let new: ComparedElements
    private(set) var matches: ElementMatches

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
        let equal = Alignment.pairs(members.count, others.count) { old.all[members[$0]].words == new.all[others[$1]].words }
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
