/// Lines that were there once and that a side has moved, where the other side has moved them elsewhere or deleted them: a merge would have them
/// twice, or still have them. What has come of their new places is left to people.
enum StrayLines {
    static func marked(_ pieces: [MergePiece], _ lines: MergeLines) -> [MergePiece] {
        let count = ([lines.base, lines.ours, lines.theirs].compactMap { $0.numbers.max() }.max() ?? -1) + 1
        func counts(_ numbers: [Int]) -> [Int] {
            var counts = Array(repeating: 0, count: count)
            for number in numbers { counts[number] += 1 }
            return counts
        }
        let (base, ours, theirs) = (counts(lines.base.numbers), counts(lines.ours.numbers), counts(lines.theirs.numbers))
        let merged = counts(pieces.flatMap { written($0, lines) })
        // What has no letters, such as a closing brace, is like others of its sort.
        var isStray = Array(repeating: false, count: count)
        for (line, number) in lines.base.numbers.enumerated() where base[number] == 1 && ours[number] < 2 && theirs[number] < 2 {
            isStray[number] = merged[number] > max(ours[number] + theirs[number] - 1, 0) && lines.base.words(line).contains(where: \.continuesName)
        }
        guard isStray.contains(true) else { return pieces }
        var marked: [MergePiece] = []
        for piece in pieces {
            let isMarked = written(piece, lines).contains { isStray[$0] }
            marked.add(isMarked ? MergePiece(chunk: piece.chunk, outcome: .conflict) : piece)
        }
        return marked
    }

    /// What stands in the result of a piece, or may stand there.
    private static func written(_ piece: MergePiece, _ lines: MergeLines) -> [Int] {
        let (own, other) = (Array(lines.ours.numbers[piece.chunk.ours]), Array(lines.theirs.numbers[piece.chunk.theirs]))
        return switch piece.outcome {
        case .same, .ours: own
        case .theirs: other
        case .lines(let ours, let theirs): ours.map { lines.ours.numbers[$0] } + theirs.map { lines.theirs.numbers[$0] }
        case .conflict: NumberBag(own).sorted + NumberBag(other).without(NumberBag(own)).sorted
        }
    }
}
