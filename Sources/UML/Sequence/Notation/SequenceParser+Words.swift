extension SequenceParser {
    func keyword(_ token: Token) -> Keyword? {
        token.kind == .name ? Keyword(source.bytes[token.start..<token.end]) : nil
    }

    var isName: Bool { token.kind == .name || token.kind == .string || token.kind == .unclosedString }

    /// Takes a name: a word, a text in quotes, or `[emoji]` before either.
    mutating func parseName() -> ParticipantName? {
        let start = token.start
        let emoji = parseEmojiShortcode()
        guard isName, emoji == nil || !token.startsLine else {
            guard let emoji else { return nil }
            return ParticipantName(text: emoji, range: SourceRange(start, position), emoji: nil, start: start)
        }
        var name = ParticipantName(text: nameText(token), range: token.range, emoji: emoji, start: start)
        if token.kind == .unclosedString { reportUnclosedString(token) }
        let isWord = token.kind == .name
        cursor.advance()
        if isWord { joinHyphens(&name) }
        return name
    }

    /// `web-server`, which is a name in quotes only: it is read as what is meant.
    private mutating func joinHyphens(_ name: inout ParticipantName) {
        while token.kind == .badArrow, token.start == position, token.end == token.start + 1, source.bytes[token.start] == .ascii("-") {
            let next = cursor.next()
            guard next.kind == .name || next.kind == .number, next.start == token.end else { break }
            cursor.move(to: next.end)
        }
        guard position > name.range.end else { return }
        name.range.end = position
        name.text = source[name.range]
        diagnostics.error(
            "unquoted-name", name.range, "A name with a hyphen stands in quotes.", hint: "Write \"\(name.text.shortened)\", or -> for an arrow.")
    }

    /// `[rocket]` as the character it stands for.
    mutating func parseEmojiShortcode() -> String? {
        guard token.kind == .leftBracket else { return nil }
        let word = cursor.next()
        guard word.kind == .name, !word.startsLine else { return nil }
        let closing = cursor.scanner.token(from: word.end)
        guard closing.kind == .rightBracket, !closing.startsLine else { return nil }
        let code = source[word.range]
        let range = SourceRange(token.start, closing.end)
        cursor.move(to: closing.end)
        if let emoji = EmojiShortcodes.emoji(Array(code.utf8)) { return String(decoding: emoji, as: UTF8.self) }
        diagnostics.warning("unknown-emoji", range, "No emoji is called “\(code.shortened)”.", hint: "Write the emoji itself.")
        return "[\(code)]"
    }

    /// A name without its quotes.
    func nameText(_ token: Token) -> String {
        guard token.kind != .name else { return source[token.range] }
        let inner = SourceRange(token.start + 1, token.kind == .string ? token.end - 1 : token.end)
        var text: [UInt8] = []
        var offset = inner.start
        while offset < inner.end {
            text.append(source.bytes[offset])
            offset += source.bytes[offset] == .ascii("\"") ? 2 : 1
        }
        while text.last?.isSpaceOrTab == true { text.removeLast() }
        let written = String(decoding: text, as: UTF8.self)
        return written.isEmpty ? "\u{201C}\u{201D}" : written
    }

    mutating func reportUnclosedString(_ token: Token) {
        diagnostics.error("unclosed-string", token.range, "This text has no closing quote.", hint: "Add \" at its end.")
    }

    func label(_ range: SourceRange) -> Label {
        let trimmed = source.trimmed(range)
        return Label(text: source.collapsed(trimmed), range: trimmed)
    }
}
