import UML

/// Diagnostics as compilers print them: `file:line:column: error[code]: message`, the line, and a caret below the place.
enum DiagnosticText {
    static func lines(_ file: DiagramFile, _ document: Document) -> [String] {
        let index = LineIndex(document.source)
        return document.diagnostics.flatMap { lines($0, file.name, index) }
    }

    private static func lines(_ diagnostic: Diagnostic, _ name: String, _ index: LineIndex) -> [String] {
        let start = index.position(of: diagnostic.range.start)
        let end = index.position(of: diagnostic.range.end)
        let (line, column) = index.excerpt(at: diagnostic.range.start)
        let text = line.replacing("\t", with: " ")
        let rest = max(1, text.unicodeScalars.count + 1 - column)
        let length = end.line == start.line ? min(max(1, end.column - start.column), rest) : rest
        var lines = [
            "\(name):\(start.line):\(start.column): \(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(diagnostic.message)",
            "  \(text)",
            "  " + String(repeating: " ", count: column - 1) + "^" + String(repeating: "~", count: length - 1),
        ]
        if let hint = diagnostic.hint { lines.append("  hint: \(hint)") }
        if let reference = diagnostic.reference { lines.append("  see: \(reference)") }
        return lines
    }
}
