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
    /// Whom it makes a member, by a mail; `nil` for a link that its owner passes on.
    public var invitation: Invitation?

    /// A link that goes to one address, and counts once.
    public struct Invitation: Sendable, Equatable {
        /// In lower case. It is the mailbox that counts: whoever can read it comes in.
        public let email: String
        /// Who has come by it; `nil` while nobody has.
        public var acceptedBy: String?

        public init(email: String, acceptedBy: String? = nil) {
            self.email = email
            self.acceptedBy = acceptedBy
        }
    }

    public init(
        id: String, kind: Kind, tokenHash: String, sealedToken: String, createdAt: Date, expiresAt: Date? = nil, invitation: Invitation? = nil
    ) {
        self.id = id
        self.kind = kind
        self.tokenHash = tokenHash
        self.sealedToken = sealedToken
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.invitation = invitation
    }

    /// Whether somebody can still come by it.
    public func isLive(at now: Date) -> Bool { invitation?.acceptedBy == nil && (expiresAt.map { $0 > now } ?? true) }
}
