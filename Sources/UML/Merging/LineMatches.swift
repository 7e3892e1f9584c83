/// Which line of the base is which of a side; each at most one, and -1 for none.
struct LineMatches {
    /// By lines of the base.
    private(set) var sides: [Int]
    /// By lines of the side.
    private(set) var bases: [Int]

    init(base: Int, side: Int) {
        sides = Array(repeating: -1, count: base)
        bases = Array(repeating: -1, count: side)
    }

    /// Lines that say the same, in the order of both texts. Each side is laid beside the base with a budget of its own: what comes of a merge must
    /// not depend on which of them is called ours.
    init(_ base: NumberedLines, _ side: NumberedLines) {
        self.init(base: base.count, side: side.count)
        var alignment = Alignment()
        for pair in alignment.pairs(base.numbers, side.numbers) { match(pair.old, pair.new) }
    }

    mutating func match(_ base: Int, _ side: Int) {
        sides[base] = side
        bases[side] = base
    }
}
