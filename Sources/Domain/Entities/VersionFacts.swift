public import Foundation

/// What lists tell about a version, without its content.
public struct VersionFacts: Sendable, Equatable {
    /// Why it was kept.
    public enum Reason: String, Sendable, CaseIterable {
        /// Somebody had worked for a while.
        case automatic
        /// Somebody gave it a name.
        case named
        /// What came next replaced most of it.
        case replaced
        /// An earlier version took its place.
        case restored
    }

    /// Of the diagram.
    public let revision: Int
    public let reason: Reason
    /// 1 to 80 characters, if it was given a name.
    public let label: String?
    /// Who made the last change of it; `nil` where that is not known.
    public let authorID: String?
    /// When that change was made.
    public let savedAt: Date

    public init(revision: Int, reason: Reason, label: String? = nil, authorID: String?, savedAt: Date) {
        self.revision = revision
        self.reason = reason
        self.label = label
        self.authorID = authorID
        self.savedAt = savedAt
    }
}
