/// Lines that stand between the same neighbours in all three texts of a merge.
struct MergeChunk {
    var base: Range<Int>
    var ours: Range<Int>
    var theirs: Range<Int>

    subscript(version: MergeVersion) -> Range<Int> {
        switch version {
        case .base: base
        case .ours: ours
        case .theirs: theirs
        }
    }

    var isEmpty: Bool { base.isEmpty && ours.isEmpty && theirs.isEmpty }
}
