extension SequenceEditor {
    /// A statement's text with its comment, and the lines it has for itself.
    struct Extent {
        var start: Int
        var end: Int
        var isWholeLines: Bool
    }

    /// From the comment above to the semicolon or the comment after; whole lines, line break included, if nothing else stands on them.
    func extent(_ start: Int, _ end: Int) -> Extent {
        var end = end
        var next = skipBlanks(end)
        if next < source.bytes.count, source.bytes[next] == .ascii(";") {
            end = next + 1
            next = skipBlanks(end)
        }
        let startsLine = lines.isBlank(before: start)
        let endsLine = next >= source.bytes.count || source.bytes[next].isLineBreak || startsComment(next)
        guard startsLine, endsLine else { return Extent(start: start, end: end, isWholeLines: false) }
        return Extent(start: lines.start(ofLineAt: start), end: lines.startOfNextLine(end), isWholeLines: true)
    }

    func extent(_ statement: Statement) -> Extent { extent(statement.comment?.range.start ?? statement.range.start, statement.range.end) }

    /// Where something that is moved ends: it takes the comment behind it along, if it has its lines for itself.
    func endWithComment(_ end: Int, _ extent: Extent) -> Int { extent.isWholeLines ? max(lines.end(ofLineAt: end), end) : end }

    func skipBlanks(_ offset: Int) -> Int {
        var offset = offset
        while offset < source.bytes.count, source.bytes[offset].isSpaceOrTab { offset += 1 }
        return offset
    }

    private func startsComment(_ offset: Int) -> Bool {
        offset + 1 < source.bytes.count && source.bytes[offset] == .ascii("/") && source.bytes[offset + 1] == .ascii("/")
    }

    /// Takes text out: whole lines, or what stands between others on a line.
    func removal(_ extent: Extent) -> TextEdit {
        guard !extent.isWholeLines else { return TextEdit(range: SourceRange(extent.start, extent.end), replacement: "") }
        return TextEdit(range: SourceRange(extent.start, skipBlanks(extent.end)), replacement: "")
    }
}
