public import Foundation

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
    public var history: History
    /// Tells a repeated request to create it from another request with the same key.
    public let creationFingerprint: String?

    /// What versions are made by.
    public struct History: Sendable, Equatable {
        /// Who changed it last; `nil` where that is not known.
        public var changedBy: String?
        /// When a version of it was kept last; `nil` if none was.
        public var checkpointAt: Date?

        public init(changedBy: String? = nil, checkpointAt: Date? = nil) {
            self.changedBy = changedBy
            self.checkpointAt = checkpointAt
        }
    }

    public init(
        id: String,
        projectID: String,
        ownerID: String,
        kind: String,
        content: DiagramContent,
        revision: Int = 1,
        times: RecordTimes,
        history: History = History(),
        creationFingerprint: String? = nil
    ) {
        self.id = id
        self.projectID = projectID
        self.ownerID = ownerID
        self.kind = kind
        self.content = content
        self.revision = revision
        self.times = times
        self.history = history
        self.creationFingerprint = creationFingerprint
    }

    public var name: String { content.name }
    public var source: String { content.source }
    public var layout: String { content.layout }
}
