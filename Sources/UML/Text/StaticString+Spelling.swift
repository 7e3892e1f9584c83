extension StaticString {
    func isSpelled(like other: StaticString) -> Bool {
        guard utf8CodeUnitCount == other.utf8CodeUnitCount else { return false }
        for offset in 0..<utf8CodeUnitCount where utf8Start[offset] != other.utf8Start[offset] { return false }
        return true
    }

    /// Of words with blanks between them.
    var wordCount: Int {
        var count = 1
        for offset in 0..<utf8CodeUnitCount where utf8Start[offset] == .space { count += 1 }
        return count
    }

    var string: String { String(decoding: UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount), as: UTF8.self) }
}
