public import Foundation

/// A diagram: its source text, and the positions that a person gave its elements; one record of the collection `diagrams`.
public struct Diagram: Sendable, Equatable {
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

    public var name: String {
        get { content.name }
        set { content.name = newValue }
    }
    public var source: String {
        get { content.source }
        set { content.source = newValue }
    }
    public var layout: String {
        get { content.layout }
        set { content.layout = newValue }
    }
    public var createdAt: Date { times.createdAt }
    public var updatedAt: Date {
        get { times.updatedAt }
        set { times.updatedAt = newValue }
    }
    /// When it was moved to the trash; `nil` for one that is in use.
    public var deletedAt: Date? {
        get { times.deletedAt }
        set { times.deletedAt = newValue }
    }
}
