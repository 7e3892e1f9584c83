/// The one stretch in which two texts differ: all before it and all after it is the same.
struct SourceDifference {
    let start: Int
    /// Where the stretch ends in the old text, and in the new one.
    let oldEnd: Int
    let newEnd: Int

    /// - Parameter isLate: Whether the stretch is to begin as late as it can, or else as early: what is doubled or taken out can be thought of as
    ///   either of two that are alike.
    init(_ old: SourceText, _ new: SourceText, isLate: Bool = true) {
        let most = min(old.bytes.count, new.bytes.count)
        let first = isLate ? Self.sameAtStart(old, new, most) : Self.sameAtEnd(old, new, most)
        let second = isLate ? Self.sameAtEnd(old, new, most - first) : Self.sameAtStart(old, new, most - first)
        let (before, after) = isLate ? (first, second) : (second, first)
        start = before
        oldEnd = old.bytes.count - after
        newEnd = new.bytes.count - after
    }

    private static func sameAtStart(_ old: SourceText, _ new: SourceText, _ most: Int) -> Int {
        var same = 0
        while same < most, old.bytes[same] == new.bytes[same] { same += 1 }
        return same
    }

    private static func sameAtEnd(_ old: SourceText, _ new: SourceText, _ most: Int) -> Int {
        var same = 0
        while same < most, old.bytes[old.bytes.count - 1 - same] == new.bytes[new.bytes.count - 1 - same] { same += 1 }
        return same
    }

    /// Where a place of the old text is now; nil if it was in what has been replaced. What is put in right at a place stands before it.
    func place(_ old: Int) -> Int? {
        if old >= oldEnd { return old + newEnd - oldEnd }
        return old < start ? old : nil
    }

    /// Whether something of an old range was replaced, or something was put into it.
    func touches(_ old: SourceRange) -> Bool { old.start < oldEnd && start < old.end || old.start < start && oldEnd < old.end }
}
