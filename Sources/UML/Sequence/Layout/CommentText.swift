/// What the comment above a statement says: to read, and of the look of a message.
struct CommentText {
    private(set) var markup: CommentMarkup
    /// `[red, bold]`, which stands for itself or before the words of a line.
    private(set) var style: TextStyle?

    /// - Parameter firstLink: The number of its first link.
    init(_ comment: Label, firstLink: Int) {
        let bytes = Array(comment.text.utf8)
        markup = CommentMarkup(bytes, firstLink: firstLink)
        var start = 0
        while start <= bytes.count {
            let end = bytes.endOfLine(start)
            let words = style == nil ? readStyle(bytes, start, end) : start
            if words < end || start == end { markup.read(line: words, end) }
            start = end + 1
        }
    }

    /// - Returns: Where the words of the line begin.
    private mutating func readStyle(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var close = start
        while close < end, bytes[close] != .ascii("]") { close += 1 }
        guard close < end, bytes[start] == .ascii("[") else { return start }
        style = TextStyle(bytes[(start + 1)..<close])
        return style == nil ? start : close + 1
    }
}
