public import Foundation

/// A diagram: its source text, and the positions that a person gave its elements; one record of the collection `diagrams`.
public struct Diagram: Sendable, Equatable {
    /// A lower-case UUID.
    public let id: String
    public var projectID: String
    public let ownerID: String
    /// What the engine calls it: `sequence`.
    public let kind: String
    /// 1 to 255 characters, without white space at either end.
    public var name: String
    public var source: String
    /// Positions of elements, as a JSON object.
    public var layout: String
    /// Counts the changes; 1 for a new diagram. The key of every compare-and-set.
    public var revision: Int
    public let createdAt: Date
    public var updatedAt: Date
    /// When it was moved to the trash; `nil` for one that is in use.
    public var deletedAt: Date?
    /// Tells a repeated request to create it from another request with the same key.
    public let creationFingerprint: String?

    public init(
        id: String,
        projectID: String,
        ownerID: String,
        kind: String,
        name: String,
        source: String = "",
        layout: String = "{}",
        revision: Int = 1,
        createdAt: Date,
        updatedAt: Date,
        deletedAt: Date? = nil,
        creationFingerprint: String? = nil
    ) {
        self.id = id
        self.projectID = projectID
        self.ownerID = ownerID
        self.kind = kind
        self.name = name
        self.source = source
        self.layout = layout
        self.revision = revision
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.deletedAt = deletedAt
        self.creationFingerprint = creationFingerprint
    }
}
