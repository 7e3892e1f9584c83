public import Foundation

/// A diagram as lists show it: without source and layout, which may be large.
public struct DiagramSummary: Sendable, Equatable {
    public let id: String
    public let projectID: String
    public let kind: String
    public let name: String
    public let revision: Int
    public let createdAt: Date
    public let updatedAt: Date
    public let deletedAt: Date?
    /// Who changed it last; `nil` where that is not known, and in the list of the trash.
    public let changedBy: String?

    public init(
        id: String, projectID: String, kind: String, name: String, revision: Int, createdAt: Date, updatedAt: Date, deletedAt: Date?,
        changedBy: String?
    ) {
        self.id = id
        self.projectID = projectID
        self.kind = kind
        self.name = name
        self.revision = revision
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.deletedAt = deletedAt
        self.changedBy = changedBy
    }

    public init(_ diagram: Diagram) {
        self.init(
            id: diagram.id, projectID: diagram.projectID, kind: diagram.kind, name: diagram.name, revision: diagram.revision,
            createdAt: diagram.createdAt, updatedAt: diagram.updatedAt, deletedAt: diagram.deletedAt, changedBy: diagram.history.changedBy)
    }
}
