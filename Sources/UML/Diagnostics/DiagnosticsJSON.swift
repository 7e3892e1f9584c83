/// Diagnostics as JSON, for editors and programs:
/// `[{"severity","code","message","hint","reference","line","column","end_line","end_column","start","end"}]`, `start` and `end` in bytes.
public enum DiagnosticsJSON {
    /// - Returns: UTF-8.
    public static func write(_ diagnostics: [Diagnostic], in source: SourceText) -> [UInt8] {
        let lines = LineIndex(source)
        var json = JSONText()
        json.raw("[")
        for (index, diagnostic) in diagnostics.enumerated() {
            if index > 0 { json.raw(",") }
            write(diagnostic, lines, to: &json)
        }
        json.raw("]")
        return json.bytes
    }

    /// With the name of the file: `{"file","diagnostics"}`.
    public static func write(_ diagnostics: [Diagnostic], in source: SourceText, of file: String) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"file\":")
        json.string(file)
        json.raw(",\"diagnostics\":")
        return json.bytes + write(diagnostics, in: source) + [.ascii("}")]
    }

    /// In the place of the diagnostics of a file that could not be read: `{"file","error"}`.
    public static func write(problem: String, of file: String) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"file\":")
        json.string(file)
        json.raw(",\"error\":")
        json.string(problem)
        json.raw("}")
        return json.bytes
    }

    private static func write(_ diagnostic: Diagnostic, _ lines: LineIndex, to json: inout JSONText) {
        let start = lines.position(of: diagnostic.range.start)
        let end = lines.position(of: diagnostic.range.end)
        json.raw("{\"severity\":")
        json.string(diagnostic.severity.rawValue)
        json.raw(",\"code\":")
        json.string(diagnostic.code)
        json.raw(",\"message\":")
        json.string(diagnostic.message)
        if let hint = diagnostic.hint {
            json.raw(",\"hint\":")
            json.string(hint)
        }
        if let reference = diagnostic.reference {
            json.raw(",\"reference\":")
            json.string(reference)
        }
        json.member("line", start.line)
        json.member("column", start.column)
        json.member("end_line", end.line)
        json.member("end_column", end.column)
        json.member("start", diagnostic.range.start)
        json.member("end", diagnostic.range.end)
        json.raw("}")
    }
}
