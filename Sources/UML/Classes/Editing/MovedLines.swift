/// Whole lines that are taken from their places and put in elsewhere, indented as is custom there.
struct MovedLines {
    private let draft: ClassDraft
    private(set) var ranges: [SourceRange] = []

    init(_ draft: ClassDraft) { self.draft = draft }

    private var source: SourceText { draft.source }
    private var lines: LineTable { draft.lines }

    /// - Parameter range: What stands on its lines alone; comments right above come with it.
    mutating func add(_ range: SourceRange) throws(EditError) {
        var whole = try draft.wholeLines(range)
        while whole.start > 0, isComment(whole.start - 1) { whole.start = lines.start(ofLineAt: whole.start - 1) }
        ranges.append(whole)
    }

    /// Whether the line that ends there is a comment of one line.
    private func isComment(_ end: Int) -> Bool {
        var start = lines.start(ofLineAt: end)
        if start == end, end > 0, source.bytes[end] == .lineFeed, source.bytes[end - 1] == .carriageReturn { start = lines.start(ofLineAt: end - 1) }
        while source.bytes.byte(start).isSpaceOrTab { start += 1 }
        return source.bytes.byte(start) == .ascii("'")
    }

    /// Their lines without line breaks, without what the first of each range is indented by.
    var texts: [String] {
        var texts: [String] = []
        for range in ranges {
            let indentation = Array(lines.indentation(ofLineAt: range.start).utf8)
            var start = range.start
            while start < range.end {
                let end = lines.end(ofLineAt: start)
                let line = source.bytes[start..<end]
                let isIndented = line.starts(with: indentation)
                texts.append(String(decoding: isIndented ? line.dropFirst(indentation.count) : line, as: UTF8.self))
                start = lines.startOfNextLine(start)
            }
        }
        return texts
    }

    func holds(_ place: Int) -> Bool { ranges.contains { $0.contains(place) } }
}
