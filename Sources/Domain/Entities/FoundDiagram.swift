/// A diagram that was found, and the place in its source by which it was.
public struct FoundDiagram: Sendable, Equatable {
    public let diagram: DiagramSummary
    /// The neighbourhood of the words in the source, or the beginning of the source where they stand in the name.
    public let snippet: String

    public init(diagram: DiagramSummary, snippet: String) {
        self.diagram = diagram
        self.snippet = snippet
    }
}
