public import Foundation

/// A person who can sign in; one record of the collection `users`.
public struct User: Sendable, Equatable {
    /// A lower-case UUID.
    public let id: String
    public var identity: Identity
    /// Lower case; unique among all users.
    public var email: String
    /// When the person proved to read the mails that go to the address; `nil` where nobody did, or an identity provider vouches for it.
    public var emailVerifiedAt: Date?
    public var name: String
    /// Address of a picture, when the identity provider gave one.
    public var picture: String?
    /// Encoded scrypt hash; only local accounts have one.
    public var passwordHash: String?
    /// What is asked for besides; `nil` where nothing is.
    public var secondFactor: SecondFactor?
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
        emailVerifiedAt: Date? = nil,
        secondFactor: SecondFactor? = nil,
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
        self.emailVerifiedAt = emailVerifiedAt
        self.secondFactor = secondFactor
        self.disabledAt = disabledAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// Whether this server itself keeps what the person signs in with.
    public var isLocal: Bool { identity.issuer == Identity.localIssuer }

    /// Whether a code is asked for besides.
    public var hasSecondFactor: Bool { secondFactor?.isOn == true }

    /// An identity provider has vouched for the address when the account was made.
    public var isEmailVerified: Bool { emailVerifiedAt != nil || !isLocal }
}
