/// Diagnostics in the order in which they were found. Their number is bounded, so that a hostile text can't make a huge list; but errors
/// have a place of their own, and what is left out is counted.
struct DiagnosticList: Sendable {
    /// Of errors, and of all others.
    static let limit = 500
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var errorCount = 0
    private var otherCount = 0

    @inline(never)
    mutating func error(_ code: String, _ range: SourceRange, _ message: String, hint: String? = nil) {
        append(Diagnostic(severity: .error, code: code, range: range, message: message, hint: hint))
    }

    @inline(never)
    mutating func warning(_ code: String, _ range: SourceRange, _ message: String, hint: String? = nil) {
        append(Diagnostic(severity: .warning, code: code, range: range, message: message, hint: hint))
    }

    mutating func append(_ diagnostic: Diagnostic) {
        let position: Int
        if diagnostic.severity == .error {
            errorCount += 1
            position = errorCount
        } else {
            otherCount += 1
            position = otherCount
        }
        if position <= Self.limit { diagnostics.append(diagnostic) }
    }

    /// By place; what starts at the same place keeps its order, so that no run differs from another. At the end, how many are left out.
    ///
    /// - Parameter end: The length of the text.
    func inOrder(upTo end: Int) -> [Diagnostic] {
        var ordered: [Diagnostic] = []
        ordered.reserveCapacity(diagnostics.count + 1)
        for index in PlaceOrder.indices(of: diagnostics.map { $0.range.start }) { ordered.append(diagnostics[index]) }
        let errors = max(0, errorCount - Self.limit)
        let others = max(0, otherCount - Self.limit)
        guard errors + others > 0 else { return ordered }
        ordered.append(
            Diagnostic(
                severity: errors > 0 ? .error : .information, code: "more-problems", range: SourceRange(end, end),
                message: "\(errors) more errors and \(others) more remarks are not listed.", hint: "Mend those above first."))
        return ordered
    }
}
