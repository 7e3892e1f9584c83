extension SequenceEditor {
    /// A statement's text with its comment, and the lines it has for itself.
    struct Extent {
        var start: Int
        var end: Int
        var isWholeLines: Bool
    }

    /// From the comment above to the semicolon or the comment after; whole lines, line break included, if nothing else stands on them.
    func extent(_ start: Int, _ end: Int) -> Extent {
        let lineStart = source.startOfLine(start)
        var end = end
        var next = skipBlanks(end)
        if next < source.bytes.count, source.bytes[next] == .ascii(";") {
            end = next + 1
            next = skipBlanks(end)
        }
        let startsLine = source.trimmed(SourceRange(lineStart, start)).length == 0
        let endsLine = next >= source.bytes.count || source.bytes[next].isLineBreak || startsComment(next)
        guard startsLine, endsLine else { return Extent(start: start, end: end, isWholeLines: false) }
        return Extent(start: lineStart, end: startOfNextLine(end), isWholeLines: true)
    }

    func extent(_ statement: Statement) -> Extent { extent(statement.comment?.range.start ?? statement.range.start, statement.range.end) }

    func skipBlanks(_ offset: Int) -> Int {
        var offset = offset
        while offset < source.bytes.count, source.bytes[offset].isSpaceOrTab { offset += 1 }
        return offset
    }

    private func startsComment(_ offset: Int) -> Bool {
        offset + 1 < source.bytes.count && source.bytes[offset] == .ascii("/") && source.bytes[offset + 1] == .ascii("/")
    }

    func startOfNextLine(_ offset: Int) -> Int {
        var end = source.endOfLine(offset)
        if end < source.bytes.count, source.bytes[end] == .carriageReturn { end += 1 }
        if end < source.bytes.count, source.bytes[end] == .lineFeed { end += 1 }
        return end
    }

    /// The white space that a line begins with.
    func indentation(ofLineAt offset: Int) -> String {
        let start = source.startOfLine(offset)
        return source[SourceRange(start, skipBlanks(start))]
    }

    var lineBreak: String {
        for (offset, byte) in source.bytes.enumerated() where byte.isLineBreak {
            if byte == .lineFeed { return "\n" }
            return offset + 1 < source.bytes.count && source.bytes[offset + 1] == .lineFeed ? "\r\n" : "\r"
        }
        return "\n"
    }

    /// What one level is indented by: what the first indented line has, or else two spaces.
    var indentationUnit: String {
        var offset = 0
        while offset < source.bytes.count {
            let end = skipBlanks(offset)
            if end > offset, end < source.bytes.count, !source.bytes[end].isLineBreak { return source[SourceRange(offset, end)] }
            let next = startOfNextLine(offset)
            guard next > offset else { break }
            offset = next
        }
        return "  "
    }

    /// Takes text out: whole lines, or what stands between others on a line.
    func removal(_ extent: Extent) -> TextEdit {
        guard !extent.isWholeLines else { return TextEdit(range: SourceRange(extent.start, extent.end), replacement: "") }
        return TextEdit(range: SourceRange(extent.start, skipBlanks(extent.end)), replacement: "")
    }
}
