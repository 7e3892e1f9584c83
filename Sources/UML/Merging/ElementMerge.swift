/// Takes the conflicts of a merge by lines on, element by element, as far as that is safe.
struct ElementMerge {
    /// Of each text, in bytes: beyond that a merge stays with lines, as drawing four texts to compare them takes long.
    private static let largest = 1 << 18
    /// How many chunks are tried one by one, and up to which size of a text, if they can't all be merged.
    private static let mostTrials = 8
    private static let largestTried = 1 << 15

    private let pieces: [MergePiece]
    private let lines: MergeLines
    private var check: MergeCheck
    /// Of each piece what it may come to; nil where it stays as it is.
    private var refined: [[MergePiece]?] = []

    /// The pieces of a merge, with fewer or smaller conflicts.
    static func refined(_ byLines: LineMerge, _ kind: DiagramKind) -> [MergePiece] {
        let sizes = [byLines.lines.base, byLines.lines.ours, byLines.lines.theirs].map { $0.source.bytes.count }
        guard byLines.pieces.contains(where: \.isConflict), sizes.allSatisfy({ $0 <= largest }) else { return byLines.pieces }
        var merge = ElementMerge(byLines, kind)
        return merge.safe(mayTry: sizes.allSatisfy { $0 <= largestTried })
    }

    private init(_ byLines: LineMerge, _ kind: DiagramKind) {
        pieces = byLines.pieces
        lines = byLines.lines
        check = MergeCheck(lines, kind)
        guard check.isPossible else {
            refined = pieces.map { _ in nil }
            return
        }
        let base = PartLines(check.base.document.diagram.parts, lines.base.plainStarts)
        let ours = PartLines(check.ours.document.diagram.parts, lines.ours.plainStarts)
        let theirs = PartLines(check.theirs.document.diagram.parts, lines.theirs.plainStarts)
        let weaver = ChunkWeaver(
            lines: lines,
            ours: MatchSearch(base, ours, byLines.ours, declared: Self.declared(check.base, base, check.ours, ours)).matches,
            theirs: MatchSearch(base, theirs, byLines.theirs, declared: Self.declared(check.base, base, check.theirs, theirs)).matches,
            baseParts: base, ourParts: ours, theirParts: theirs)
        refined = pieces.map { $0.isConflict ? weaver.pieces(of: $0.chunk) : nil }
    }

    /// Lines that declare the same element.
    private static func declared(_ base: CheckedText, _ baseParts: PartLines, _ side: CheckedText, _ sideParts: PartLines) -> [(base: Int, side: Int)]
    {
        let pairs = ComparedPairs(base.elements, side.elements, side.document.successions(since: base.document))
        var declared: [(base: Int, side: Int)] = []
        for (number, successor) in pairs.matches.successors.enumerated() where successor >= 0 {
            guard let line = baseParts.line(of: pairs.old.all[number].id), let other = sideParts.line(of: pairs.new.all[successor].id) else {
                continue
            }
            declared.append((line, other))
        }
        return declared
    }

    /// All chunks, if that is right; else those that are right by themselves, if they are together.
    private mutating func safe(mayTry: Bool) -> [MergePiece] {
        let all = pieces.indices.filter { refined[$0] != nil }
        if all.isEmpty { return pieces }
        if let merged = checked(all) { return merged }
        guard mayTry, all.count > 1, all.count <= Self.mostTrials else { return pieces }
        let right = all.filter { checked([$0]) != nil }
        return right.isEmpty ? pieces : checked(right) ?? pieces
    }

    /// - Returns: nil if it isn't right to merge these chunks by elements.
    private mutating func checked(_ chosen: [Int]) -> [MergePiece]? {
        var isChosen = Array(repeating: false, count: pieces.count)
        for number in chosen { isChosen[number] = true }
        var merged: [MergePiece] = []
        for (number, piece) in pieces.enumerated() {
            for part in (isChosen[number] ? refined[number] : nil) ?? [piece] { merged.add(part) }
        }
        return check.holds(merged) ? merged : nil
    }
}
