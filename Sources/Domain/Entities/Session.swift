public import Foundation

/// One sign-in and the line of refresh tokens that follows from it; one record of the collection `refresh_tokens`.
///
/// Only the current token of the line is stored, and only its hash: a copy of the database signs nobody in
/// (RFC 6819 §5.1.4.1.3). The counter orders the line, so an older token is recognised without being kept.
public struct Session: Sendable, Equatable {
    /// A lower-case UUID; the claim `sid` of the session's tokens.
    public let id: String
    public let userID: String
    public let email: String
    /// SHA-256 of the current refresh token, in hexadecimal.
    public var tokenHash: String
    /// Number of rotations so far; the counter of the current token.
    public var counter: Int
    /// When the current token replaced the one before; `nil` before the first rotation.
    public var rotatedAt: Date?
    /// End of the session. Rotation never moves it.
    public let expiresAt: Date
    public var isRevoked: Bool
    public let createdAt: Date
    public var lastUsedAt: Date
    public var client: ClientDescription

    public init(
        id: String,
        userID: String,
        email: String,
        tokenHash: String,
        counter: Int = 0,
        rotatedAt: Date? = nil,
        expiresAt: Date,
        isRevoked: Bool = false,
        createdAt: Date,
        lastUsedAt: Date,
        client: ClientDescription
    ) {
        self.id = id
        self.userID = userID
        self.email = email
        self.tokenHash = tokenHash
        self.counter = counter
        self.rotatedAt = rotatedAt
        self.expiresAt = expiresAt
        self.isRevoked = isRevoked
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
        self.client = client
    }

    /// Whether the session still counts: not revoked, not past its end.
    public func isLive(at now: Date) -> Bool {
        !isRevoked && expiresAt > now
    }
}
