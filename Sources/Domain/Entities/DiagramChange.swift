public import Foundation

/// New values for a diagram at a known revision: the compare-and-set by which nobody overwrites what they have not seen.
public struct DiagramChange: Sendable, Equatable {
    public let id: String
    /// The revision that the values were made from.
    public let revision: Int
    public let projectID: String?
    public let name: String?
    public let source: String?
    public let layout: String?
    public let updatedAt: Date
    /// Who makes it.
    public let changedBy: String?
    /// When a version was kept, if one was for this change.
    public let checkpointAt: Date?

    public init(
        id: String, revision: Int, projectID: String? = nil, name: String? = nil, source: String? = nil,
        layout: String? = nil, updatedAt: Date, changedBy: String? = nil, checkpointAt: Date? = nil
    ) {
        self.id = id
        self.revision = revision
        self.projectID = projectID
        self.name = name
        self.source = source
        self.layout = layout
        self.updatedAt = updatedAt
        self.changedBy = changedBy
        self.checkpointAt = checkpointAt
    }
}
