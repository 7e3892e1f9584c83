/// A merge by lines (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007): between lines that are in all three texts, what one side has
/// changed is taken, and what both have changed in different ways is a conflict.
struct LineMerge {
    let lines: MergeLines
    /// Lines of the base that are in a side as they were.
    let ours: LineMatches
    let theirs: LineMatches
    private(set) var pieces: [MergePiece] = []

    init(_ lines: MergeLines) {
        self.lines = lines
        ours = LineMatches(lines.base, lines.ours)
        theirs = LineMatches(lines.base, lines.theirs)
        var (nextBase, nextOurs, nextTheirs) = (0, 0, 0)
        for base in 0..<lines.base.count where ours.sides[base] >= 0 && theirs.sides[base] >= 0 {
            let (own, other) = (ours.sides[base], theirs.sides[base])
            add(MergeChunk(base: nextBase..<base, ours: nextOurs..<own, theirs: nextTheirs..<other))
            (nextBase, nextOurs, nextTheirs) = (base + 1, own + 1, other + 1)
            pieces.add(MergePiece(chunk: MergeChunk(base: base..<nextBase, ours: own..<nextOurs, theirs: other..<nextTheirs), outcome: .same))
        }
        add(MergeChunk(base: nextBase..<lines.base.count, ours: nextOurs..<lines.ours.count, theirs: nextTheirs..<lines.theirs.count))
    }

    private mutating func add(_ chunk: MergeChunk) { pieces.add(MergePiece(chunk: chunk, outcome: lines.outcome(of: chunk))) }
}
