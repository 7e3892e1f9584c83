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
        diagnostics = parser.diagnostics
        identities = ClassIdentities(diagram)
        self.source = source
    }
}
