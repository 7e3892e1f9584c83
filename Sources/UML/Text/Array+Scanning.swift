/// What the scanners of all notations ask of a text.
extension Array where Element == UInt8 {
    /// 0 past the end.
    func byte(_ offset: Int) -> UInt8 { offset < count ? self[offset] : 0 }

    /// The offset of the first byte after the line that holds `offset`, its line break not counted.
    func endOfLine(_ offset: Int) -> Int {
        var end = offset
        while end < count, !self[end].isLineBreak { end += 1 }
        return end
    }

    func isStartOfLine(_ offset: Int) -> Bool {
        var before = offset - 1
        while before >= 0, before < count {
            if self[before].isLineBreak { return true }
            guard self[before].isSpaceOrTab else { return false }
            before -= 1
        }
        return true
    }

    func endOfName(_ start: Int) -> Int {
        var end = start
        while end < count, self[end].continuesName {
            if self[end] >= 0x80, let width = unicodeSpace(at: end), width > 0 { break }
            end += 1
        }
        return Swift.max(end, Swift.min(start + 1, count))
    }

    /// A text in quotes ends with its line; two quotes inside stand for one.
    func endOfString(_ start: Int) -> Int {
        var end = start + 1
        while end < count, !self[end].isLineBreak {
            if self[end] == .ascii("\"") {
                guard byte(end + 1) == .ascii("\"") else { return end + 1 }
                end += 1
            }
            end += 1
        }
        return end
    }

    /// The length in bytes of a space beyond ASCII (U+00A0, U+2000 to U+200A, U+2028, U+2029, U+3000, U+FEFF); nil for anything else.
    func unicodeSpace(at offset: Int) -> Int? {
        switch (byte(offset), byte(offset + 1), byte(offset + 2)) {
        case (0xC2, 0xA0, _): 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): 3
        default: nil
        }
    }

    /// Whether this word, and no longer one, stands at `offset`.
    func holds(_ word: StaticString, at offset: Int) -> Bool {
        begins(with: word, at: offset) && !byte(offset + word.utf8CodeUnitCount).continuesName
    }

    /// Whether these letters stand at `offset`, whatever follows.
    func begins(with letters: StaticString, at offset: Int) -> Bool {
        guard offset + letters.utf8CodeUnitCount <= count else { return false }
        for index in 0..<letters.utf8CodeUnitCount where self[offset + index] != letters.utf8Start[index] { return false }
        return true
    }

    /// Where the first line begins that has these letters at its beginning, after blanks.
    func line(beginningWith letters: StaticString) -> Int? {
        var start = 0
        while start < count {
            var first = start
            while byte(first).isSpaceOrTab { first += 1 }
            if begins(with: letters, at: first) { return start }
            start = endOfLine(start) + 1
        }
        return nil
    }
}
