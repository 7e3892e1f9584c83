/// Finds lines and columns of byte offsets. Made once for a text, each question then takes a binary search and a few steps, however long a
/// line is.
public struct LineIndex: Sendable {
    /// Columns are counted up to each so many bytes.
    private static let stride = 256

    private let source: SourceText
    private let lineStarts: [Int]
    /// How many characters begin before each multiple of the stride.
    private let counts: [Int]

    public init(_ source: SourceText) {
        self.source = source
        var starts = [0]
        var counts = [0]
        var count = 0
        for (offset, byte) in source.bytes.enumerated() {
            if byte & 0xC0 != 0x80 { count += 1 }
            if (offset + 1) % Self.stride == 0 { counts.append(count) }
            let isFirstOfTwo = byte == .carriageReturn && offset + 1 < source.bytes.count && source.bytes[offset + 1] == .lineFeed
            if byte == .lineFeed || byte == .carriageReturn && !isFirstOfTwo { starts.append(offset + 1) }
        }
        lineStarts = starts
        self.counts = counts
    }

    public func position(of offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), source.bytes.count)
        let line = lineNumber(of: offset)
        return SourcePosition(line: line + 1, column: characters(before: offset) - characters(before: lineStarts[line]) + 1)
    }

    /// The line around an offset, without its line break; of a long one the neighbourhood, with an ellipsis for what is left out.
    ///
    /// - Returns: The text, and the column in it, counted from 1.
    public func excerpt(at offset: Int) -> (text: String, column: Int) {
        let offset = min(max(offset, 0), source.bytes.count)
        let lineStart = lineStarts[lineNumber(of: offset)]
        var start = offset
        var before = 0
        while start > lineStart, before < Self.excerptBefore {
            start -= 1
            if source.bytes[start] & 0xC0 != 0x80 { before += 1 }
        }
        var end = offset
        var after = 0
        while end < source.bytes.count, !source.bytes[end].isLineBreak {
            if source.bytes[end] & 0xC0 != 0x80 {
                after += 1
                if after > Self.excerptAfter { break }
            }
            end += 1
        }
        let isLineEnd = end >= source.bytes.count || source.bytes[end].isLineBreak
        let text = (start > lineStart ? "…" : "") + source[SourceRange(start, end)] + (isLineEnd ? "" : "…")
        return (text, before + (start > lineStart ? 2 : 1))
    }

    /// In characters.
    private static let excerptBefore = 60
    private static let excerptAfter = 100

    private func characters(before offset: Int) -> Int {
        let known = offset / Self.stride
        var count = counts[known]
        for byte in source.bytes[(known * Self.stride)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    private func lineNumber(of offset: Int) -> Int { lineStarts.lastIndex(upTo: offset) ?? 0 }
}
