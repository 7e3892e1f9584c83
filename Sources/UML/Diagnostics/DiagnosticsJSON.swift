/// Diagnostics as JSON, for editors and programs:
/// `[{"severity","code","message","hint","reference","line","column","end_line","end_column","start","end"}]`, `start` and `end` in bytes.
public enum DiagnosticsJSON {
    /// - Returns: UTF-8.
    public static func write(_ diagnostics: [Diagnostic], in source: SourceText) -> [UInt8] {
        let lines = LineIndex(source)
        var json = JSONText()
        json.list(diagnostics) { json, diagnostic in write(diagnostic, lines, to: &json) }
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
        json.member("code", diagnostic.code)
        json.member("message", diagnostic.message)
        if let hint = diagnostic.hint { json.member("hint", hint) }
        if let reference = diagnostic.reference { json.member("reference", reference) }
        json.member("line", start.line)
        json.member("column", start.column)
        json.member("end_line", end.line)
        json.member("end_column", end.column)
        json.member("start", diagnostic.range.start)
        json.member("end", diagnostic.range.end)
        json.raw("}")
    }
}
