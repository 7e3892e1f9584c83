public import Foundation

/// An address that gives access to whoever has it.
public struct AccessLink: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Shows what is shared, without an account too.
        case view
        /// Both ask for an account.
        case comment, edit
        /// The newest picture of a diagram, at an address that web pages can embed.
        case picture

        /// What somebody becomes who comes by it; `nil` where nobody comes.
        public var role: Role? {
            switch self {
            case .view: .viewer
            case .comment: .commenter
            case .edit: .editor
            case .picture: nil
            }
        }
    }

    /// A lower-case UUID.
    public let id: String
    public let kind: Kind
    /// SHA-256 of the token, in hexadecimal: a copy of the database opens nothing.
    public let tokenHash: String
    /// The token, encrypted with a key that the database has not, so that its owner can see the address again.
    public let sealedToken: String
    public let createdAt: Date
    public let expiresAt: Date?

    public init(id: String, kind: Kind, tokenHash: String, sealedToken: String, createdAt: Date, expiresAt: Date? = nil) {
        self.id = id
        self.kind = kind
        self.tokenHash = tokenHash
        self.sealedToken = sealedToken
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }

    public func isLive(at now: Date) -> Bool { expiresAt.map { $0 > now } ?? true }
}
