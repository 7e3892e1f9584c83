/// A source text and what was understood of it. Any text gives a document.
public struct Document: Sendable {
    public let source: SourceText
    public let diagram: Diagram
    /// In order of their place in the text.
    public let diagnostics: [Diagnostic]

    /// Of all errors, also those that are left out of the diagnostics.
    public let errorCount: Int

    public var hasErrors: Bool { errorCount > 0 }

    /// Reads a text; never fails. Checks of the model's meaning are part of the diagnostics.
    public static func parse(_ source: SourceText, kind: DiagramKind = .sequence) -> Document {
        switch kind {
        case .sequence:
            var parser = SequenceParser(source)
            let diagram = parser.parse()
            var diagnostics = parser.diagnostics
            SequenceRules.check(diagram, source: source, isComplete: !parser.isIncomplete, into: &diagnostics)
            return Document(
                source: source, diagram: .sequence(diagram), diagnostics: diagnostics.inOrder(upTo: source.bytes.count),
                errorCount: diagnostics.errorCount)
        }
    }

    public static func parse(_ text: String, kind: DiagramKind = .sequence) -> Document { parse(SourceText(text), kind: kind) }
}
