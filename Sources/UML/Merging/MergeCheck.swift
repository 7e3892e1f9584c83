/// Whether a merge by elements is what it should be: what theirs has changed since the base is what differs between ours and the result, and the
/// other way round; and nothing is wrong with the result that is not wrong with a side. That counts for warnings, too: a statement after a
/// `return`, or a member that is there twice, can come of two changes that don't go together.
///
/// What the picture doesn't show, such as comments, is not looked at; that lines are kept, and in their order, follows from how they are brought
/// together.
struct MergeCheck {
    private let lines: MergeLines
    private let kind: DiagramKind
    let base: CheckedText
    let ours: CheckedText
    let theirs: CheckedText
    private var words = WordNumbers()

    init(_ lines: MergeLines, _ kind: DiagramKind) {
        self.lines = lines
        self.kind = kind
        base = CheckedText(lines.base.plain, kind, &words)
        ours = CheckedText(lines.ours.plain, kind, &words)
        theirs = CheckedText(lines.theirs.plain, kind, &words)
    }

    /// Whether the three texts are understood well enough to be merged by what they say.
    var isPossible: Bool {
        base.isComplete && ours.isComplete && theirs.isComplete && ours.errors.without(base.errors).isEmpty
            && theirs.errors.without(base.errors).isEmpty
    }

    mutating func holds(_ pieces: [MergePiece]) -> Bool {
        let hasConflict = pieces.contains(where: \.isConflict)
        let own = hasConflict ? text(pieces, as: .ours) : ours
        let other = hasConflict ? text(pieces, as: .theirs) : theirs
        let merged = text(pieces, as: .merged)
        guard merged.isComplete, isNoWorse(own, than: ours, base), isNoWorse(other, than: theirs, base), isNoWorse(merged, than: own, other)
        else { return false }
        guard isSum(own, other, merged) else { return false }
        if !pieces.contains(where: \.isOfBoth) { return true }
        let swapped = text(pieces, as: .swapped)
        return swapped.saysTheSame(as: merged) && isSum(own, other, swapped)
    }

    /// Whether nothing is wrong with a text that is wrong with none of two others.
    private func isNoWorse(_ text: CheckedText, than one: CheckedText, _ other: CheckedText) -> Bool {
        text.problems.without(one.problems).common(with: text.problems.without(other.problems)).isEmpty
    }

    private mutating func isSum(_ own: CheckedText, _ other: CheckedText, _ merged: CheckedText) -> Bool {
        isSum(own, other, merged, follows: false) || isSum(own, other, merged, follows: true)
    }

    /// What both sides have changed in the same way has been changed once.
    private mutating func isSum(_ own: CheckedText, _ other: CheckedText, _ merged: CheckedText, follows: Bool) -> Bool {
        let roots = Array(base.elements.all.indices)
        let ourChanges = TextChanges(base, own, roots: roots, follows: follows, &words)
        let theirChanges = TextChanges(base, other, roots: roots, follows: follows, &words)
        let common = ourChanges.bag.common(with: theirChanges.bag)
        let added = TextChanges(own, merged, roots: ourChanges.roots, follows: follows, &words)
        guard added.bag.isSame(as: theirChanges.bag.without(common)) else { return false }
        let back = TextChanges(other, merged, roots: theirChanges.roots, follows: follows, &words)
        return back.bag.isSame(as: ourChanges.bag.without(common))
    }

    // MARK: Texts

    private enum Reading { case ours, theirs, merged, swapped }

    /// A text as if nobody had changed what stays a conflict.
    private mutating func text(_ pieces: [MergePiece], as reading: Reading) -> CheckedText {
        var bytes: [UInt8] = []
        for piece in pieces {
            switch (piece.outcome, reading) {
            case (.conflict, _): append(lines.base, piece.chunk.base, to: &bytes)
            case (_, .ours), (.same, _): append(lines.ours, piece.chunk.ours, to: &bytes)
            case (_, .theirs): append(lines.theirs, piece.chunk.theirs, to: &bytes)
            case (.ours, _): append(lines.ours, piece.chunk.ours, to: &bytes)
            case (.theirs, _): append(lines.theirs, piece.chunk.theirs, to: &bytes)
            case (.lines(let own, let other), .merged):
                append(lines.ours, own, to: &bytes)
                append(lines.theirs, other, to: &bytes)
            case (.lines(let own, let other), .swapped):
                append(lines.theirs, other, to: &bytes)
                append(lines.ours, own, to: &bytes)
            }
        }
        return CheckedText(SourceText(bytes: bytes), kind, &words)
    }

    private func append(_ text: NumberedLines, _ numbers: some Sequence<Int>, to bytes: inout [UInt8]) {
        for line in numbers {
            bytes += text.words(line)
            bytes.append(.lineFeed)
        }
    }
}
