/// Writes what has come of a merge. Lines of ours keep the line breaks that they have, and all others get those of ours.
struct MergeWriter {
    private let lines: MergeLines
    private let markers: ConflictMarkers
    private let lineBreak: [UInt8]
    private(set) var bytes: [UInt8] = []
    private(set) var conflicts: [SourceMerge.Conflict] = []
    private var lineCount = 0
    /// What the last line was ended with; nothing if it is a marker, which always is.
    private var lastBreak = 0

    init(_ lines: MergeLines, _ markers: ConflictMarkers) {
        self.lines = lines
        self.markers = markers
        let first = [lines.ours, lines.theirs, lines.base].first { $0.count > 1 || $0.isEnded == true }
        lineBreak = Array((first?.source.lineBreak ?? "\n").utf8)
    }

    mutating func write(_ pieces: [MergePiece]) {
        for piece in pieces {
            switch piece.outcome {
            case .same, .ours: for line in piece.chunk.ours { write(ours: line) }
            case .theirs: for line in piece.chunk.theirs { write(theirs: line) }
            case .lines(let ours, let theirs):
                for line in ours { write(ours: line) }
                for line in theirs { write(theirs: line) }
            case .conflict: write(conflict: piece.chunk)
            }
        }
        if !isLastLineEnded { bytes.removeLast(lastBreak) }
    }

    /// Like what is changed by one side, so is whether the text ends with a line break.
    private var isLastLineEnded: Bool {
        let (base, ours, theirs) = (lines.base.isEnded, lines.ours.isEnded ?? lines.theirs.isEnded, lines.theirs.isEnded ?? lines.ours.isEnded)
        guard let ours, let theirs, ours != theirs, let base else { return ours ?? true || theirs ?? true }
        return ours == base ? theirs : ours
    }

    private mutating func write(ours line: Int) {
        let own = Array(lines.ours.lineBreak(line))
        write(lines.ours.words(line), own.isEmpty ? lineBreak : own)
    }

    private mutating func write(theirs line: Int) { write(lines.theirs.words(line), lineBreak) }

    private mutating func write(_ words: ArraySlice<UInt8>, _ lineBreak: [UInt8]) {
        bytes += words
        bytes += lineBreak
        lineCount += 1
        // Without a line break an empty line would be none.
        lastBreak = words.isEmpty ? 0 : lineBreak.count
    }

    private mutating func write(conflict chunk: MergeChunk) {
        let first = lineCount + 1
        write(markers.start[...], lineBreak)
        for line in chunk.ours { write(ours: line) }
        write(markers.middle[...], lineBreak)
        for line in chunk.theirs { write(theirs: line) }
        write(markers.end[...], lineBreak)
        lastBreak = 0
        conflicts.append(SourceMerge.Conflict(sort: sort(of: chunk), firstLine: first, lastLine: lineCount))
    }

    private func sort(of chunk: MergeChunk) -> SourceMerge.Conflict.Sort {
        if lines.isOneSided(chunk) { return .moved }
        if chunk.base.isEmpty { return .insertedByBoth }
        if chunk.ours.isEmpty { return .deletedByOurs }
        return chunk.theirs.isEmpty ? .deletedByTheirs : .changedByBoth
    }
}
