/// The lines of a text, by numbers: the same for the same words in all texts of a merge. How a line is ended is no part of it, so that an editor
/// that ends all lines in another way has changed none.
struct NumberedLines {
    let source: SourceText
    /// Of each line, its line break not counted.
    private(set) var ranges: [SourceRange] = []
    private(set) var numbers: [Int] = []
    /// Whether the last line has a line break; nil where there is no line.
    private(set) var isEnded: Bool?

    init(_ source: SourceText, _ words: inout WordNumbers) {
        self.source = source
        let bytes = source.bytes
        var start = 0
        while start < bytes.count {
            let end = bytes.endOfLine(start)
            ranges.append(SourceRange(start, end))
            numbers.append(words.number(of: Array(bytes[start..<end])))
            isEnded = end < bytes.count
            start = end + (bytes.byte(end) == .carriageReturn && bytes.byte(end + 1) == .lineFeed ? 2 : 1)
        }
    }

    var count: Int { numbers.count }

    /// The text with each line ended alike.
    var plain: SourceText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.bytes.count + 1)
        for line in ranges.indices {
            bytes += words(line)
            bytes.append(.lineFeed)
        }
        return SourceText(bytes: bytes)
    }

    /// Where its lines begin in that text.
    var plainStarts: [Int] {
        var (starts, start) = ([Int](), 0)
        for range in ranges {
            starts.append(start)
            start += range.length + 1
        }
        return starts
    }

    func words(_ line: Int) -> ArraySlice<UInt8> { source.bytes[ranges[line].start..<ranges[line].end] }

    func lineBreak(_ line: Int) -> ArraySlice<UInt8> {
        source.bytes[ranges[line].end..<(line + 1 < count ? ranges[line + 1].start : source.bytes.count)]
    }

    func isBlank(_ line: Int) -> Bool { words(line).allSatisfy { $0.isSpaceOrTab } }

    /// Whether nothing but a comment that is not drawn stands there, in the notation of any kind.
    func isRemark(_ line: Int) -> Bool { words(line).first { !$0.isSpaceOrTab } == .ascii("'") }
}
