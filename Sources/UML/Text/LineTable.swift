/// The lines of a text. Made once, each question takes a binary search, however long a line is.
struct LineTable {
    /// In bytes.
    private static let deepestIndentation = 256

    private let source: SourceText
    /// The offsets at which lines begin, in order. A carriage return with a line feed after it ends two lines, the second of them empty.
    private let starts: [Int]
    /// Of each line, the offset of the first byte that is no white space, or else its end.
    private let inks: [Int]

    init(_ source: SourceText) {
        self.source = source
        var starts = [0]
        var inks: [Int] = []
        for (offset, byte) in source.bytes.enumerated() {
            if inks.count < starts.count, byte.isLineBreak || !byte.isWhiteSpace { inks.append(offset) }
            if byte.isLineBreak { starts.append(offset + 1) }
        }
        if inks.count < starts.count { inks.append(source.bytes.count) }
        self.starts = starts
        self.inks = inks
    }

    @inline(never)
    func start(ofLineAt offset: Int) -> Int { starts[number(offset)] }

    /// Its line break not counted.
    func end(ofLineAt offset: Int) -> Int {
        let next = number(offset) + 1
        return next < starts.count ? starts[next] - 1 : source.bytes.count
    }

    /// Whether only white space stands on the line before `offset`.
    @inline(never)
    func isBlank(before offset: Int) -> Bool { inks[number(offset)] >= offset }

    func isBlank(lineAt offset: Int) -> Bool { inks[number(offset)] >= end(ofLineAt: offset) }

    /// The white space that the line begins with; of what nobody would indent by, the beginning.
    @inline(never)
    func indentation(ofLineAt offset: Int) -> String { indentation(number(offset)) }

    /// Where the line after that of `offset` begins, both parts of a line break passed.
    func startOfNextLine(_ offset: Int) -> Int {
        var end = end(ofLineAt: offset)
        if source.bytes.byte(end) == .carriageReturn { end += 1 }
        if source.bytes.byte(end) == .lineFeed { end += 1 }
        return end
    }

    /// What one level is indented by: what the first indented line has, or else two spaces.
    var indentationUnit: String {
        for line in starts.indices where inks[line] > starts[line] && inks[line] < end(ofLineAt: starts[line]) { return indentation(line) }
        return "  "
    }

    private func indentation(_ line: Int) -> String {
        source[SourceRange(starts[line], min(inks[line], starts[line] + Self.deepestIndentation))]
    }

    private func number(_ offset: Int) -> Int { starts.lastIndex(upTo: offset) ?? 0 }
}
