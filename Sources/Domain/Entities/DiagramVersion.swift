/// An earlier state of a diagram; one record of the collection `versions`.
public struct DiagramVersion: Sendable, Equatable {
    public let diagramID: String
    public let content: DiagramContent
    public let facts: VersionFacts

    public init(diagramID: String, content: DiagramContent, facts: VersionFacts) {
        self.diagramID = diagramID
        self.content = content
        self.facts = facts
    }

    /// Orders the versions of a diagram by their revisions.
    public var id: String { Self.id(diagramID, facts.revision) }

    public static func id(_ diagramID: String, _ revision: Int) -> String {
        "\(diagramID):" + String(repeating: "0", count: max(0, 12 - String(revision).count)) + String(revision)
    }
}
