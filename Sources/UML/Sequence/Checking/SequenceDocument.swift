/// A source text as a sequence diagram: read and checked.
public struct SequenceDocument: Sendable {
    public let source: SourceText
    public let diagram: SequenceDiagram
    let diagnostics: DiagnosticList
    public let identities: SequenceIdentities

    var hasErrors: Bool { diagnostics.errorCount > 0 }

    /// Reads a text; never fails.
    public init(_ source: SourceText) {
        var parser = SequenceParser(source)
        diagram = parser.parse()
        var diagnostics = parser.diagnostics
        SequenceRules.check(diagram, source: source, isComplete: !parser.isIncomplete, into: &diagnostics)
        identities = SequenceIdentities(diagram)
        self.source = source
        self.diagnostics = diagnostics
    }
}
