public import Foundation

/// Somebody with whom a project or diagram is shared.
///
/// Who came by two links is there twice: each entry ends with its link, and the highest role counts.
public struct Member: Sendable, Equatable {
    public let userID: String
    public var role: Role
    /// The link by which they came, and with which they go; `nil` for somebody who was added.
    public let linkID: String?
    public let addedAt: Date
    /// When the link ends by itself.
    public let expiresAt: Date?

    public init(userID: String, role: Role, linkID: String? = nil, addedAt: Date, expiresAt: Date? = nil) {
        self.userID = userID
        self.role = role
        self.linkID = linkID
        self.addedAt = addedAt
        self.expiresAt = expiresAt
    }

    public func isLive(at now: Date) -> Bool { expiresAt.map { $0 > now } ?? true }
}
