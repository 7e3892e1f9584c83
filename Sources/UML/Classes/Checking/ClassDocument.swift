/// A source text as a class diagram: read and checked.
public struct ClassDocument: Sendable {
    public let source: SourceText
    public let diagram: ClassDiagram
    let diagnostics: DiagnosticList
    public let identities: ClassIdentities

    /// Reads a text; never fails.
    public init(_ source: SourceText, _ content: ClassDiagram.Content = .classes) {
        var parser = ClassParser(source, content)
        diagram = parser.parse()
        var findings = RuleFindings(source, parser.diagnostics)
        let isComplete = parser.diagnostics.errorCount == 0
        ClassifierRules(diagram, isComplete: isComplete).check(&findings)
        RelationshipRules(diagram).check(&findings)
        UseCaseRules(diagram, isComplete: isComplete).check(&findings)
        diagnostics = findings.diagnostics
        identities = ClassIdentities(diagram)
        self.source = source
    }
}
