/// Finds lines and columns of byte offsets. Made once for a text, each question then takes a binary search and one line.
public struct LineIndex: Sendable {
    private let source: SourceText
    private let lineStarts: [Int]

    public init(_ source: SourceText) {
        self.source = source
        var starts = [0]
        var offset = 0
        while offset < source.bytes.count {
            let byte = source.bytes[offset]
            offset += 1
            if byte == .carriageReturn, offset < source.bytes.count, source.bytes[offset] == .lineFeed { offset += 1 }
            if byte == .lineFeed || byte == .carriageReturn { starts.append(offset) }
        }
        lineStarts = starts
    }

    public func position(of offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), source.bytes.count)
        let line = lineNumber(of: offset)
        var column = 1
        for byte in source.bytes[lineStarts[line]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
        return SourcePosition(line: line + 1, column: column)
    }

    /// The text of a line counted from 1, without its line break.
    public func text(ofLine line: Int) -> String {
        guard line >= 1, line <= lineStarts.count else { return "" }
        let start = lineStarts[line - 1]
        return source[SourceRange(start, source.endOfLine(start))]
    }

    private func lineNumber(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
