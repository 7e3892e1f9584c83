/// Which old element is which new one, as far as it is known; each is matched once.
struct ElementMatches {
    /// By old numbers; -1 where there is none.
    private(set) var successors: [Int]
    private var isFree: [Bool]

    init(old: Int, new: Int) {
        successors = Array(repeating: -1, count: old)
        isFree = Array(repeating: true, count: new)
    }

    func isUnmatched(old number: Int) -> Bool { successors[number] < 0 }
    func isUnmatched(new number: Int) -> Bool { isFree[number] }

    /// Whether some are left on both sides.
    var hasBoth: Bool { successors.contains(-1) && isFree.contains(true) }

    mutating func match(_ old: Int, _ new: Int) {
        guard successors[old] < 0, isFree[new] else { return }
        isFree[new] = false
        successors[old] = new
    }
}
