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
    public var token: Token
    public var life: Life
    public var client: ClientDescription

    /// The current refresh token.
    public struct Token: Sendable, Equatable {
        /// SHA-256, in hexadecimal.
        public var hash: String
        /// Number of rotations so far.
        public var counter: Int
        /// When it replaced the one before; `nil` before the first rotation.
        public var rotatedAt: Date?

        public init(hash: String, counter: Int = 0, rotatedAt: Date? = nil) {
            self.hash = hash
            self.counter = counter
            self.rotatedAt = rotatedAt
        }
    }

    /// From when, until when, and whether it was ended before.
    public struct Life: Sendable, Equatable {
        public let createdAt: Date
        public var lastUsedAt: Date
        /// Rotation never moves it.
        public let expiresAt: Date
        public var isRevoked: Bool
        /// When the person last proved who they are.
        public var confirmedAt: Date

        /// - Parameters:
        ///   - lastUsedAt: When it was made, if nothing else is said.
        ///   - confirmedAt: Likewise.
        public init(createdAt: Date, lastUsedAt: Date? = nil, expiresAt: Date, isRevoked: Bool = false, confirmedAt: Date? = nil) {
            self.createdAt = createdAt
            self.lastUsedAt = lastUsedAt ?? createdAt
            self.expiresAt = expiresAt
            self.isRevoked = isRevoked
            self.confirmedAt = confirmedAt ?? createdAt
        }
    }

    public init(id: String, userID: String, email: String, token: Token, life: Life, client: ClientDescription) {
        self.id = id
        self.userID = userID
        self.email = email
        self.token = token
        self.life = life
        self.client = client
    }

    /// Whether the session still counts: not revoked, not past its end.
    public func isLive(at now: Date) -> Bool {
        !life.isRevoked && life.expiresAt > now
    }
}
