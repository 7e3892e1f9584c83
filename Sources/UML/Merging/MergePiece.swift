/// A stretch of a merge: what the three texts have there, and what comes of it. The pieces of a merge hold each line of each text once, in order.
struct MergePiece {
    var chunk: MergeChunk
    var outcome: Outcome

    enum Outcome {
        /// Both sides have the same there.
        case same
        /// All that one side has there, which alone has changed it.
        case ours
        case theirs
        /// Some lines of ours, then some of theirs; what else is there was deleted by one side, and the other one has not changed it.
        case lines(ours: [Int], theirs: [Int])
        case conflict
    }

    var isConflict: Bool { if case .conflict = outcome { true } else { false } }

    /// Whether it could be put together the other way round as well.
    var isOfBoth: Bool { if case .lines(let ours, let theirs) = outcome { !ours.isEmpty && !theirs.isEmpty } else { false } }
}

extension [MergePiece] {
    /// Neighbours that come to the same are one.
    mutating func add(_ piece: MergePiece) {
        guard !piece.chunk.isEmpty else { return }
        switch (last?.outcome, piece.outcome) {
        case (.same, .same), (.ours, .ours), (.theirs, .theirs), (.conflict, .conflict):
            let next = piece.chunk
            self[count - 1].chunk.base = self[count - 1].chunk.base.lowerBound..<next.base.upperBound
            self[count - 1].chunk.ours = self[count - 1].chunk.ours.lowerBound..<next.ours.upperBound
            self[count - 1].chunk.theirs = self[count - 1].chunk.theirs.lowerBound..<next.theirs.upperBound
        default: append(piece)
        }
    }
}
