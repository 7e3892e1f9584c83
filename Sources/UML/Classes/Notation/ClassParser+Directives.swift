extension ClassParser {
    /// What says how the whole is drawn; what we don't draw is passed over, with a hint.
    mutating func parseDirective(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        if cursor.byte == .ascii("!") { return parsePreprocessor(line) }
        if cursor.take(word: "title") { return parseTitle(&cursor, line) }
        if parseSurroundingText(line) { return true }
        if cursor.take(word: "left") { return parseDirection(&cursor, isSideways: true) }
        if cursor.take(word: "top") { return parseDirection(&cursor, isSideways: false) }
        if cursor.take(anyOf: ["hide", "show", "remove", "restore"]) { return parseVisibility(line) }
        if cursor.take(word: "skinparam") { return skipBlock(&cursor, line) }
        if cursor.take(anyOf: [
            "scale", "set", "allowmixing", "allow_mixing", "mainframe", "newpage", "url", "sprite", "page", "rotate", "skin", "autonumber",
        ]) {
            return skip(line)
        }
        return source.bytes.begins(with: "<style>", at: line.start) ? skipStyle(line) : false
    }

    private mutating func skip(
        _ line: SourceRange, _ message: String = "This has no effect here.", hint: String = "It can stay; the diagram is drawn without it."
    ) -> Bool {
        diagnostics.append(Diagnostic(severity: .information, code: "not-drawn", range: line, message: message, hint: hint))
        return true
    }

    private mutating func parsePreprocessor(_ line: SourceRange) -> Bool {
        var cursor = cursor(SourceRange(line.start + 1, line.end))
        guard cursor.take(anyOf: ["include", "includeurl", "include_many", "include_once", "includesub", "import"]) else { return skip(line) }
        diagnostics.warning("not-included", line, "Other files are not read.", hint: "Copy into this text what is needed of it.")
        return true
    }

    private mutating func parseTitle(_ cursor: inout LineCursor, _ line: SourceRange) -> Bool {
        let words = source.trimmed(cursor.rest)
        if words.start < words.end {
            diagram.title = Label(text: LabelNotation.label(source[words]), range: words)
        } else {
            var range = line
            let text = takeText(&range, opening: line, "title")
            diagram.title = Label(text: text, range: range)
        }
        return true
    }

    /// `left to right direction`
    private mutating func parseDirection(_ cursor: inout LineCursor, isSideways: Bool) -> Bool {
        cursor.skipBlanks()
        guard cursor.take(word: "to") else { return false }
        self.isSideways = isSideways
        return true
    }

    /// `hide empty members`, `hide circle`: boxes here have neither.
    private mutating func parseVisibility(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        let hides = cursor.take(anyOf: ["hide", "remove"])
        if !hides { _ = cursor.takeName() }
        cursor.skipBlanks()
        if cursor.take(word: "empty") { return true }
        if cursor.take(anyOf: ["circle", "circles", "stereotype", "stereotypes"]) { return true }
        let isAttributes = cursor.take(anyOf: ["fields", "field", "attributes", "attribute"])
        let isOperations = !isAttributes && cursor.take(anyOf: ["methods", "method", "operations"])
        guard isAttributes || isOperations || cursor.take(anyOf: ["members", "member"]) else {
            return parseRemoval(&cursor, hides: hides) || skip(line)
        }
        hide(attributes: isOperations ? nil : hides, operations: isAttributes ? nil : hides)
        return true
    }

    private mutating func skipBlock(_ cursor: inout LineCursor, _ line: SourceRange) -> Bool {
        if source.bytes[line.end - 1] == .ascii("{") {
            var depth = 1
            while depth > 0, let inner = takeLine() {
                depth += self.cursor(inner).openedBraces
            }
        }
        return skip(line)
    }

    private mutating func skipStyle(_ line: SourceRange) -> Bool {
        while let inner = takeLine(), !source.bytes.begins(with: "</style>", at: inner.start) {}
        return skip(line)
    }
}
