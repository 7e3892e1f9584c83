public import Foundation

/// A person who can sign in; one record of the collection `users`.
public struct User: Sendable, Equatable {
    /// A lower-case UUID.
    public let id: String
    public let identity: Identity
    /// Lower case; unique among all users.
    public let email: String
    public var name: String
    /// Address of a picture, when the identity provider gave one.
    public var picture: String?
    /// Encoded scrypt hash; only local accounts have one.
    public var passwordHash: String?
    /// When the operator has closed the account; `nil` for one that is open.
    public var disabledAt: Date?
    public let createdAt: Date
    public var updatedAt: Date

    public init(
        id: String,
        identity: Identity,
        email: String,
        name: String,
        picture: String? = nil,
        passwordHash: String? = nil,
        disabledAt: Date? = nil,
        createdAt: Date,
        updatedAt: Date
    ) {
        self.id = id
        self.identity = identity
        self.email = email
        self.name = name
        self.picture = picture
        self.passwordHash = passwordHash
        self.disabledAt = disabledAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
