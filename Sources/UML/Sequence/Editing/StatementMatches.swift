/// Which old statement is which new one, as far as it is known; each is matched once.
struct StatementMatches {
    /// By id; -1 where there is none.
    private(set) var successors: [Int]
    private var isOldFree: [Bool]
    private var isNewFree: [Bool]

    /// - Parameter counts: How many ids were taken; not each is of a statement, for the parser can let go of what it has begun.
    init(_ old: [StatementHead], _ new: [StatementHead], counts: (old: Int, new: Int)) {
        isOldFree = Self.flags(old, counts.old)
        isNewFree = Self.flags(new, counts.new)
        successors = Array(repeating: -1, count: counts.old)
    }

    private static func flags(_ heads: [StatementHead], _ count: Int) -> [Bool] {
        var flags = [Bool](repeating: false, count: count)
        for head in heads { flags[head.id] = true }
        return flags
    }

    func isUnmatched(old id: Int) -> Bool { isOldFree[id] }
    func isUnmatched(new id: Int) -> Bool { isNewFree[id] }

    /// Whether statements are left on both sides.
    var hasBoth: Bool { isOldFree.contains(true) && isNewFree.contains(true) }

    mutating func match(_ old: Int, _ new: Int) {
        guard isOldFree[old], isNewFree[new] else { return }
        isOldFree[old] = false
        isNewFree[new] = false
        successors[old] = new
    }
}
