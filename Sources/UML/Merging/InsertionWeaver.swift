/// Brings together lines that both sides have put in between the same neighbours.
struct InsertionWeaver {
    private let weaver: ChunkWeaver
    private let chunk: MergeChunk
    private let ours: [Int]
    private let theirs: [Int]

    /// - Parameters:
    ///   - chunk: All that stands there; what is not put in was deleted by one side, and not changed by the other one.
    ///   - ours: What we have put in, not empty.
    ///   - theirs: Likewise.
    init(_ weaver: ChunkWeaver, _ chunk: MergeChunk, _ ours: [Int], _ theirs: [Int]) {
        self.weaver = weaver
        self.chunk = chunk
        self.ours = ours
        self.theirs = theirs
    }

    /// Ours, then theirs, if the order is free; what both begin or end with alike is there once. Nil for a conflict.
    var pieces: [MergePiece]? {
        let own = ours.map { weaver.lines.ours.numbers[$0] }
        let other = theirs.map { weaver.lines.theirs.numbers[$0] }
        if own == other { return [MergePiece(chunk: chunk, outcome: .lines(ours: ours, theirs: []))] }
        let start = zip(own, other).prefix { $0 == $1 }.count
        let end = zip(own.reversed(), other.reversed()).prefix(min(own.count, other.count) - start).prefix { $0 == $1 }.count
        for (first, last) in [(0, 0), (start, 0), (start, end)] where areFree(first, last) {
            return pieces(first, ours.count - last, theirs.count - last)
        }
        return nil
    }

    /// Whether without so many lines at the beginning and at the end all that is left may stand in any order.
    private func areFree(_ first: Int, _ last: Int) -> Bool {
        let lines = weaver.lines
        guard let own = InsertedLines(Array(ours[first..<(ours.count - last)]), lines.ours, weaver.ourParts),
            let other = InsertedLines(Array(theirs[first..<(theirs.count - last)]), lines.theirs, weaver.theirParts)
        else { return isBlank(ours, lines.ours) || isBlank(theirs, lines.theirs) }
        if own.isBlank || other.isBlank { return true }
        let (nextOurs, nextTheirs) = (
            last > 0 ? ours[ours.count - last] : chunk.ours.upperBound, last > 0 ? theirs[theirs.count - last] : chunk.theirs.upperBound
        )
        return own.differs(from: other) && areInTheSame(own.owner, other.owner)
            && !refersBack(nextOurs, lines.ours, weaver.ourParts) && !refersBack(nextTheirs, lines.theirs, weaver.theirParts)
    }

    private func isBlank(_ inserted: [Int], _ lines: NumberedLines) -> Bool { inserted.allSatisfy { lines.isBlank($0) } }

    private func areInTheSame(_ own: Int, _ other: Int) -> Bool {
        if own < 0 || other < 0 { return own < 0 && other < 0 }
        return weaver.ours.bases[own] >= 0 && weaver.ours.bases[own] == weaver.theirs.bases[other]
    }

    /// Whether the next thing that is said speaks of what stands before it.
    private func refersBack(_ start: Int, _ lines: NumberedLines, _ parts: PartLines) -> Bool {
        guard let next = (start..<lines.count).first(where: { !lines.isBlank($0) && !lines.isRemark($0) }) else { return false }
        return parts.parts(on: next).contains(where: \.refersBack)
    }

    private func pieces(_ first: Int, _ ourLast: Int, _ theirLast: Int) -> [MergePiece] {
        func place(_ index: Int, _ inserted: [Int], _ range: Range<Int>) -> Int {
            index == 0 ? range.lowerBound : index == inserted.count ? range.upperBound : inserted[index]
        }
        let (ourStart, ourEnd) = (place(first, ours, chunk.ours), place(ourLast, ours, chunk.ours))
        let (theirStart, theirEnd) = (place(first, theirs, chunk.theirs), place(theirLast, theirs, chunk.theirs))
        let before = MergeChunk(
            base: chunk.base.prefix(0), ours: chunk.ours.lowerBound..<ourStart, theirs: chunk.theirs.lowerBound..<theirStart)
        let after = MergeChunk(
            base: chunk.base.suffix(0), ours: ourEnd..<chunk.ours.upperBound, theirs: theirEnd..<chunk.theirs.upperBound)
        return [
            MergePiece(chunk: before, outcome: .lines(ours: Array(ours[..<first]), theirs: [])),
            MergePiece(
                chunk: MergeChunk(base: chunk.base, ours: ourStart..<ourEnd, theirs: theirStart..<theirEnd),
                outcome: .lines(ours: Array(ours[first..<ourLast]), theirs: Array(theirs[first..<theirLast]))),
            MergePiece(chunk: after, outcome: .lines(ours: Array(ours[ourLast...]), theirs: [])),
        ]
    }
}
