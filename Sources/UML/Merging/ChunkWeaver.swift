/// Merges what both sides have changed in a chunk of lines, line by line and by what these declare.
struct ChunkWeaver {
    let lines: MergeLines
    /// What has become of the lines of the base.
    let ours: LineMatches
    let theirs: LineMatches
    let baseParts: PartLines
    let ourParts: PartLines
    let theirParts: PartLines

    /// - Returns: nil if all of it stays a conflict.
    func pieces(of chunk: MergeChunk) -> [MergePiece]? {
        guard isInOrder(chunk, ours, .ours), isInOrder(chunk, theirs, .theirs) else { return nil }
        var pieces: [MergePiece] = []
        var next = MergeChunk(base: chunk.base.prefix(0), ours: chunk.ours.prefix(0), theirs: chunk.theirs.prefix(0))
        for base in chunk.base {
            guard let own = successor(base, ours, in: chunk.ours), let other = successor(base, theirs, in: chunk.theirs) else { continue }
            let isPassed = [base < next.base.upperBound, own < next.ours.upperBound, other < next.theirs.upperBound]
            if !isPassed.contains(false) { continue }
            // In what is a conflict already, and not on all sides.
            if isPassed.contains(true) { return nil }
            add(
                MergeChunk(base: next.base.upperBound..<base, ours: next.ours.upperBound..<own, theirs: next.theirs.upperBound..<other),
                to: &pieces)
            next = MergeChunk(base: base..<(base + 1), ours: own..<(own + 1), theirs: other..<(other + 1))
            let outcome = lines.outcome(of: next)
            if case .conflict = outcome, !haveSameEnd(base, own, other) {
                next = MergeChunk(
                    base: base..<(baseParts.ends[base] + 1), ours: own..<(ourParts.ends[own] + 1), theirs: other..<(theirParts.ends[other] + 1))
            }
            pieces.add(MergePiece(chunk: next, outcome: outcome))
        }
        guard next.base.upperBound <= chunk.base.upperBound, next.ours.upperBound <= chunk.ours.upperBound,
            next.theirs.upperBound <= chunk.theirs.upperBound
        else { return nil }
        next = MergeChunk(
            base: next.base.upperBound..<chunk.base.upperBound, ours: next.ours.upperBound..<chunk.ours.upperBound,
            theirs: next.theirs.upperBound..<chunk.theirs.upperBound)
        add(next, to: &pieces)
        return pieces.count == 1 && pieces[0].isConflict ? nil : pieces
    }

    private func successor(_ base: Int, _ matches: LineMatches, in range: Range<Int>) -> Int? {
        range.contains(matches.sides[base]) ? matches.sides[base] : nil
    }

    private func isInOrder(_ chunk: MergeChunk, _ matches: LineMatches, _ side: MergeVersion) -> Bool {
        let found = chunk.base.compactMap { successor($0, matches, in: chunk[side]) }
        return zip(found, found.dropFirst()).allSatisfy { $0 < $1 }
    }

    /// Whether what begins on a line of each text ends there, or on lines that are the same. Else a conflict is about all of it.
    private func haveSameEnd(_ base: Int, _ own: Int, _ other: Int) -> Bool {
        let (end, ownEnd, otherEnd) = (baseParts.ends[base], ourParts.ends[own], theirParts.ends[other])
        if end == base { return ownEnd == own && otherEnd == other }
        return ours.sides[end] == ownEnd && theirs.sides[end] == otherEnd
    }

    // MARK: Between lines that are still there on both sides

    /// Each line of the base was deleted by one side at least.
    private func add(_ chunk: MergeChunk, to pieces: inout [MergePiece]) {
        guard !chunk.isEmpty else { return }
        let outcome = lines.outcome(of: chunk)
        guard case .conflict = outcome else { return pieces.add(MergePiece(chunk: chunk, outcome: outcome)) }
        let (own, other) = (inserted(in: chunk, .ours), inserted(in: chunk, .theirs))
        let isClash = chunk.base.contains { isChanged($0, ours, .ours, in: chunk) || isChanged($0, theirs, .theirs, in: chunk) }
        if own.isEmpty, other.isEmpty { return addSingly(chunk, to: &pieces) }
        // What both have deleted may have been replaced by what was put in.
        let isReplaced = chunk.base.contains { successor($0, ours, in: chunk.ours) == nil && successor($0, theirs, in: chunk.theirs) == nil }
        if isClash || isReplaced {
            // It stays a conflict.
        } else if own.isEmpty || other.isEmpty {
            if !own.contains(where: { isOrphan($0, ourParts, ours, theirs) }), !other.contains(where: { isOrphan($0, theirParts, theirs, ours) }) {
                return pieces.add(MergePiece(chunk: chunk, outcome: .lines(ours: own, theirs: other)))
            }
        } else if let woven = InsertionWeaver(self, chunk, own, other).pieces {
            for piece in woven { pieces.add(piece) }
            return
        }
        pieces.add(MergePiece(chunk: chunk, outcome: .conflict))
    }

    /// Where nothing was put in: what one side has deleted is gone, unless the other one has changed it.
    private func addSingly(_ chunk: MergeChunk, to pieces: inout [MergePiece]) {
        var (ourStart, theirStart) = (chunk.ours.lowerBound, chunk.theirs.lowerBound)
        for base in chunk.base {
            let ourEnd = ourStart + (successor(base, ours, in: chunk.ours) == nil ? 0 : 1)
            let theirEnd = theirStart + (successor(base, theirs, in: chunk.theirs) == nil ? 0 : 1)
            let unit = MergeChunk(base: base..<(base + 1), ours: ourStart..<ourEnd, theirs: theirStart..<theirEnd)
            pieces.add(MergePiece(chunk: unit, outcome: lines.outcome(of: unit)))
            (ourStart, theirStart) = (ourEnd, theirEnd)
        }
    }

    private func inserted(in chunk: MergeChunk, _ side: MergeVersion) -> [Int] {
        let matches = side == .ours ? ours : theirs
        return chunk[side].filter { !chunk.base.contains(matches.bases[$0]) }
    }

    private func isChanged(_ base: Int, _ matches: LineMatches, _ side: MergeVersion, in chunk: MergeChunk) -> Bool {
        guard let line = successor(base, matches, in: chunk[side]) else { return false }
        return lines.base.numbers[base] != lines[side].numbers[line]
    }

    /// Whether a line was put in into something that the other side has deleted.
    private func isOrphan(_ line: Int, _ parts: PartLines, _ own: LineMatches, _ other: LineMatches) -> Bool {
        guard parts.owners[line] >= 0, own.bases[parts.owners[line]] >= 0 else { return false }
        return other.sides[own.bases[parts.owners[line]]] < 0
    }
}
