/// The lines of the three texts of a merge.
struct MergeLines {
    let base: NumberedLines
    let ours: NumberedLines
    let theirs: NumberedLines

    init(base: SourceText, ours: SourceText, theirs: SourceText) {
        var words = WordNumbers()
        self.base = NumberedLines(base, &words)
        self.ours = NumberedLines(ours, &words)
        self.theirs = NumberedLines(theirs, &words)
    }

    subscript(version: MergeVersion) -> NumberedLines {
        switch version {
        case .base: base
        case .ours: ours
        case .theirs: theirs
        }
    }

    /// Whether two texts say the same there.
    func areAlike(_ one: MergeVersion, _ other: MergeVersion, in chunk: MergeChunk) -> Bool {
        self[one].numbers[chunk[one]] == self[other].numbers[chunk[other]]
    }

    /// Whether at most one side has changed anything there.
    func isOneSided(_ chunk: MergeChunk) -> Bool { areAlike(.base, .ours, in: chunk) || areAlike(.base, .theirs, in: chunk) }

    /// What comes of a chunk by its lines: what one side has changed, or both alike.
    func outcome(of chunk: MergeChunk) -> MergePiece.Outcome {
        if areAlike(.ours, .theirs, in: chunk) { return .same }
        if areAlike(.base, .theirs, in: chunk) { return .ours }
        return areAlike(.base, .ours, in: chunk) ? .theirs : .conflict
    }

    /// A conflict without the lines at its ends that both sides have alike, and these, as git does it.
    func trimmed(_ conflict: MergeChunk) -> [MergePiece] {
        let (mine, other) = (ours.numbers[conflict.ours], theirs.numbers[conflict.theirs])
        let most = min(mine.count, other.count)
        let start = zip(mine, other).prefix { $0 == $1 }.count
        let end = zip(mine.reversed(), other.reversed()).prefix(most - start).prefix { $0 == $1 }.count
        let (first, last) = (conflict.base.lowerBound, conflict.base.upperBound)
        let inner = MergeChunk(
            base: conflict.base, ours: conflict.ours.dropFirst(start).dropLast(end), theirs: conflict.theirs.dropFirst(start).dropLast(end))
        // A side that has nothing left would look as if it had deleted something; and what but one side has changed is shown as it is.
        guard inner.ours.isEmpty == conflict.ours.isEmpty, inner.theirs.isEmpty == conflict.theirs.isEmpty, !isOneSided(conflict) else {
            return [MergePiece(chunk: conflict, outcome: .conflict)]
        }
        var pieces: [MergePiece] = []
        pieces.add(
            MergePiece(
                chunk: MergeChunk(
                    base: first..<first, ours: conflict.ours.lowerBound..<inner.ours.lowerBound,
                    theirs: conflict.theirs.lowerBound..<inner.theirs.lowerBound), outcome: .same))
        pieces.add(MergePiece(chunk: inner, outcome: .conflict))
        pieces.add(
            MergePiece(
                chunk: MergeChunk(
                    base: last..<last, ours: inner.ours.upperBound..<conflict.ours.upperBound,
                    theirs: inner.theirs.upperBound..<conflict.theirs.upperBound), outcome: .same))
        return pieces
    }
}
