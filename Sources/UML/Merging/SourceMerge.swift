/// The changes of two sides to a text of a diagram, brought together (three-way merge): by lines, and where both have changed the same lines, by
/// elements.
///
/// Nobody's statement is lost or doubled silently: where it can't be told what comes of both changes, both are left to people, between markers.
public struct SourceMerge: Sendable {
    /// What is left to people.
    public struct Conflict: Sendable, Equatable {
        public enum Sort: Sendable {
            case changedByBoth
            case insertedByBoth
            /// And changed by the other side.
            case deletedByOurs
            case deletedByTheirs
            /// By one side; the other one has moved it elsewhere, or deleted it.
            case moved
        }

        public let sort: Sort
        /// The lines of its first and its last marker, counted from 1.
        public let firstLine: Int
        public let lastLine: Int
    }

    public let source: SourceText
    /// Down the text.
    public let conflicts: [Conflict]

    public var isClean: Bool { conflicts.isEmpty }

    /// - Parameters:
    ///   - base: The text that both sides began with.
    ///   - ours: Whose line breaks are kept, and what stands first where the order is free.
    ///   - kind: Of all three texts.
    public init(base: SourceText, ours: SourceText, theirs: SourceText, kind: DiagramKind, markers: ConflictMarkers = ConflictMarkers()) {
        // Where only one side has changed anything its text is taken as it is, to the byte.
        guard ours != theirs, theirs != base, ours != base else {
            self.init(source: ours == base ? theirs : ours, conflicts: [])
            return
        }
        let byLines = LineMerge(MergeLines(base: base, ours: ours, theirs: theirs))
        let pieces = StrayLines.marked(ElementMerge.refined(byLines, kind), byLines.lines)
        var trimmed: [MergePiece] = []
        for piece in pieces {
            for part in piece.isConflict ? byLines.lines.trimmed(piece.chunk) : [piece] { trimmed.add(part) }
        }
        var writer = MergeWriter(byLines.lines, markers)
        writer.write(trimmed)
        self.init(source: SourceText(bytes: writer.bytes), conflicts: writer.conflicts)
    }

    private init(source: SourceText, conflicts: [Conflict]) {
        self.source = source
        self.conflicts = conflicts
    }
}
