/// What breaks rules, without what the text says to leave out: a comment `' ignore: rule, rule` turns rules off for the whole diagram.
struct RuleFindings {
    private(set) var diagnostics: DiagnosticList
    private var ignored: [ClassRule] = []

    init(_ source: SourceText, _ diagnostics: DiagnosticList) {
        self.diagnostics = diagnostics
        let bytes = source.bytes
        var start = 0
        while start < bytes.count {
            let end = bytes.endOfLine(start)
            var cursor = LineCursor(bytes, SourceRange(start, end))
            cursor.skipBlanks()
            if cursor.take(.ascii("'")) { readComment(&cursor) }
            start = end + 1
        }
    }

    private mutating func readComment(_ cursor: inout LineCursor) {
        cursor.skipBlanks()
        guard cursor.take(word: "ignore"), cursor.take(.ascii(":")) else { return }
        while !cursor.isAtEnd {
            cursor.skipBlanks()
            let start = cursor.position
            while !cursor.isAtEnd, cursor.byte != .ascii(","), !cursor.byte.isSpaceOrTab { cursor.move(to: cursor.position + 1) }
            let name = String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
            ignored += ClassRule.allCases.filter { $0.rawValue.isSpelled(like: name) && !ignored.contains($0) }
            cursor.skipBlanks()
            guard cursor.take(.ascii(",")) else { return }
        }
    }

    mutating func report(_ rule: ClassRule, _ severity: Severity, _ range: SourceRange, _ message: String, hint: String) {
        guard !ignored.contains(rule) else { return }
        diagnostics.append(
            Diagnostic(severity: severity, code: rule.rawValue, range: range, message: message, hint: hint, reference: rule.reference))
    }
}
