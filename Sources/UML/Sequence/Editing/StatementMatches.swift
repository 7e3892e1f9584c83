/// Which old statement is which new one, as far as it is known; each is matched once.
struct StatementMatches {
    /// By id; -1 where there is none.
    private(set) var successors: [Int]
    private var isOldFree: [Bool]
    private var isNewFree: [Bool]

    init(_ old: [StatementHead], _ new: [StatementHead]) {
        isOldFree = Self.flags(old)
        isNewFree = Self.flags(new)
        successors = Array(repeating: -1, count: isOldFree.count)
    }

    private static func flags(_ heads: [StatementHead]) -> [Bool] {
        var count = 0
        for head in heads { count = max(count, head.id + 1) }
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
