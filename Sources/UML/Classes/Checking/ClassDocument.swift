/// A source text as a class diagram: read and checked.
public final class ClassDocument: Sendable {
    public let source: SourceText
    public let diagram: ClassDiagram
    let diagnostics: DiagnosticList
    public let identities: ClassIdentities
    /// Of what the text says, not of what it means.
    let notationErrorCount: Int

    /// Reads a text; never fails.
    public init(_ source: SourceText, _ content: ClassDiagram.Content = .classes) {
        var parser = ClassParser(source, content)
        diagram = parser.parse()
        var findings = RuleFindings(source, parser.diagnostics)
        notationErrorCount = parser.diagnostics.errorCount
        let isComplete = notationErrorCount == 0
        ClassifierRules(diagram, isComplete: isComplete).check(&findings)
        RelationshipRules(diagram).check(&findings)
        UseCaseRules(diagram, isComplete: isComplete).check(&findings)
        diagnostics = findings.diagnostics
        identities = ClassIdentities(diagram)
        self.source = source
    }
}
