public import Foundation

/// The step from one refresh token of a session to the next: a compare-and-set on the session's record.
public struct SessionRotation: Sendable, Equatable {
    /// Hash of the token that must be the current one.
    public let from: String
    /// Hash of the token that takes its place.
    public let to: String
    public let rotatedAt: Date
    /// Sessions last used before this moment are not rotated (idle expiry).
    public let idleSince: Date
    public let client: ClientDescription

    public init(from: String, to: String, rotatedAt: Date, idleSince: Date, client: ClientDescription) {
        self.from = from
        self.to = to
        self.rotatedAt = rotatedAt
        self.idleSince = idleSince
        self.client = client
    }
}
