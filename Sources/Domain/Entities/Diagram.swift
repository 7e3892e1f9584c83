/// A diagram: its source text, and the positions that a person gave its elements; one record of the collection `diagrams`.
public struct Diagram: TimedRecord, Sendable, Equatable {
    /// A lower-case UUID.
    public let id: String
    public var projectID: String
    public let ownerID: String
    /// What the engine calls it: `sequence`.
    public let kind: String
    public var content: DiagramContent
    /// Counts the changes; 1 for a new diagram. The key of every compare-and-set.
    public var revision: Int
    public var times: RecordTimes
    /// Tells a repeated request to create it from another request with the same key.
    public let creationFingerprint: String?

    public init(
        id: String,
        projectID: String,
        ownerID: String,
        kind: String,
        content: DiagramContent,
        revision: Int = 1,
        times: RecordTimes,
        creationFingerprint: String? = nil
    ) {
        self.id = id
        self.projectID = projectID
        self.ownerID = ownerID
        self.kind = kind
        self.content = content
        self.revision = revision
        self.times = times
        self.creationFingerprint = creationFingerprint
    }

    public var name: String { content.name }
    public var source: String { content.source }
    public var layout: String { content.layout }
}
