/// A source text and what was understood of it. Any text gives a document.
public struct Document: Sendable {
    public let source: SourceText
    public let diagram: Diagram
    /// In order of their place in the text.
    public let diagnostics: [Diagnostic]

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Reads a text; never fails. Checks of the model's meaning are part of the diagnostics.
    public static func parse(_ source: SourceText, kind: DiagramKind = .sequence) -> Document {
        switch kind {
        case .sequence:
            var parser = SequenceParser(source)
            let diagram = parser.parse()
            var diagnostics = parser.diagnostics
            SequenceRules.check(diagram, source: source, into: &diagnostics)
            return Document(source: source, diagram: .sequence(diagram), diagnostics: diagnostics.inOrder)
        }
    }

    public static func parse(_ text: String, kind: DiagramKind = .sequence) -> Document { parse(SourceText(text), kind: kind) }
}

extension DiagnosticList {
    /// By place; what starts at the same place keeps its order, so that no run differs from another.
    fileprivate var inOrder: [Diagnostic] {
        var ordered: [Diagnostic] = []
        ordered.reserveCapacity(diagnostics.count)
        for index in PlaceOrder.indices(of: diagnostics.map { $0.range.start }) { ordered.append(diagnostics[index]) }
        return ordered
    }
}
