/// Walks over a text, token by token, and remembers what was looked for far ahead, so that any text takes linear time.
struct TokenCursor {
    let source: SourceText
    let scanner: Scanner
    private(set) var token: Token
    /// The end of the last token taken.
    private(set) var position = 0
    /// Where the first block comment begins that is never closed.
    private(set) var unclosedComment: Int?
    private var brackets = BracketIndex()
    /// The end of a line, and from where on it is known to be that.
    private var lastLine = SourceRange(1, 0)
    /// The same of a stereotype.
    private var lastStereotype = SourceRange(1, 0)

    init(_ source: SourceText) {
        self.source = source
        scanner = Scanner(bytes: source.bytes)
        token = scanner.token(from: 0)
        move(to: 0)
    }

    mutating func advance() { move(to: token.end) }

    mutating func move(to offset: Int) {
        position = offset
        token = scanner.token(from: offset)
        if scanner.mayHaveUnclosedComment, unclosedComment == nil { unclosedComment = scanner.unclosedComment(from: offset, to: token.start) }
    }

    /// The token after the current one.
    func next() -> Token { scanner.token(from: token.end) }

    /// The offset of the bracket that closes the one at `start`; nil if it stays open.
    mutating func closingBracket(_ start: Int) -> Int? { brackets.closing(start, scanner) }

    mutating func endOfLine(_ offset: Int) -> Int {
        if offset < lastLine.start || offset > lastLine.end { lastLine = SourceRange(offset, source.bytes.endOfLine(offset)) }
        return lastLine.end
    }

    /// The next `>`, or the end of the line.
    mutating func endOfStereotype(_ start: Int) -> Int {
        if start < lastStereotype.start || start > lastStereotype.end {
            var end = start
            while end < source.bytes.count, !source.bytes[end].isLineBreak, source.bytes[end] != .ascii(">") { end += 1 }
            lastStereotype = SourceRange(start, end)
        }
        return lastStereotype.end
    }
}
