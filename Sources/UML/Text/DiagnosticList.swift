/// Diagnostics in the order in which they were found; the number is bounded, so that a hostile text can't make a huge list.
struct DiagnosticList: Sendable {
    static let limit = 500
    private(set) var diagnostics: [Diagnostic] = []

    mutating func error(_ code: String, _ range: SourceRange, _ message: String, hint: String? = nil) {
        append(Diagnostic(severity: .error, code: code, range: range, message: message, hint: hint))
    }

    mutating func warning(_ code: String, _ range: SourceRange, _ message: String, hint: String? = nil) {
        append(Diagnostic(severity: .warning, code: code, range: range, message: message, hint: hint))
    }

    mutating func append(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.limit { diagnostics.append(diagnostic) }
    }
}
