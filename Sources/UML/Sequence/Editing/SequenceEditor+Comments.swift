extension SequenceEditor {
    /// Changes the comment above a statement, which the picture shows as a note; an empty one goes.
    public func changeComment(of id: Int, to words: String) throws(EditError) -> Edit {
        let site = try site(id)
        let (statement, rows) = (site.statement, try Self.rows(of: words))
        let text = rows.joined(separator: "\n")
        if (statement.comment?.text ?? "").isSpelled(like: text) { return .nothing }
        let start = statement.comment?.range.start ?? statement.range.start
        guard lines.isBlank(before: start) else { throw .changesMore }
        let lineStart = lineBreak + lines.indentation(ofLineAt: start)
        var comment = ""
        for row in rows { comment += (comment.isEmpty ? "" : lineStart) + (row.isEmpty ? "//" : "// " + row) }
        var edit = TextEdit(range: SourceRange(start, start), replacement: comment + lineStart)
        if let old = statement.comment {
            guard isPlain(old.range) else { throw .changesMore }
            edit = TextEdit(range: old.range, replacement: comment)
            // With the line that it had.
            if rows.isEmpty { edit.range = SourceRange(start, skipBlanks(min(lines.startOfNextLine(old.range.end), statement.range.start))) }
        }
        var expected = meanings
        expected.update(site.path.steps[...]) { $0.comment = Array(text.utf8) }
        return try checked([edit], expected)
    }

    /// The lines of a comment, without blanks at their ends; none for a comment that says nothing.
    private static func rows(of words: String) throws(EditError) -> [String] {
        var rows: [String] = []
        for line in Array(words.utf8).split(separator: .lineFeed, omittingEmptySubsequences: false) {
            guard !line.contains(where: { $0.isLineBreak }) else { throw .badText }
            var line = line
            while let last = line.last, last.isSpaceOrTab { line.removeLast() }
            rows.append(String(decoding: line, as: UTF8.self))
        }
        while rows.last?.isEmpty == true { rows.removeLast() }
        return rows
    }

    /// Whether nothing but such comments stands in a range: other ones between them would be lost.
    private func isPlain(_ range: SourceRange) -> Bool {
        var place = range.start
        while place < range.end {
            guard source.bytes[place] == .ascii("/"), source.bytes[place + 1] == .ascii("/") else { return false }
            place = skipBlanks(lines.startOfNextLine(place))
        }
        return true
    }
}
