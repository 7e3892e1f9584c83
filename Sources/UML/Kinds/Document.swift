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
        let diagram = Diagram(source, kind: kind)
        let diagnostics = diagram.diagnostics
        return Document(
            source: source, diagram: diagram, diagnostics: diagnostics.inOrder(upTo: source.bytes.count), errorCount: diagnostics.errorCount)
    }

    public static func parse(_ text: String, kind: DiagramKind = .sequence) -> Document { parse(SourceText(text), kind: kind) }

    /// The picture's shapes, measured and placed; the same for the same text and places, always.
    ///
    /// - Parameter places: Where elements stood before, or were put.
    public func scene(_ places: ElementPlaces = ElementPlaces()) -> Scene { diagram.scene(places) }

    /// The ids that have changed since an earlier text of the same diagram.
    public func successions(since earlier: Document) -> [Succession] { diagram.successions(since: earlier.diagram) }

    /// The smallest change of the text that means what a client asks for.
    ///
    /// - Parameter command: As the commands of the diagram's kind are written, e.g. ``SequenceCommand``.
    /// - Throws: ``EditError``, and the text stays as it is.
    public func edit(_ command: [UInt8]) throws(EditError) -> Edit { try diagram.edit(command) }
}
