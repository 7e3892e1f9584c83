public import Foundation

/// What opens something of an account to whoever has it, once; one record of the collection `account_tokens`.
public struct AccountToken: Sendable, Equatable {
    public enum Purpose: String, Sendable {
        /// A new password is set with it.
        case passwordReset = "password_reset"
        /// An address is proved to be the person's.
        case emailVerification = "email_verification"
    }

    /// SHA-256 of the token, in hexadecimal: a copy of the database opens nothing.
    public let id: String
    public let purpose: Purpose
    public let userID: String
    /// The address that it was mailed to; `nil` for one that somebody passed on.
    public let email: String?
    public let expiresAt: Date

    public init(id: String, purpose: Purpose, userID: String, email: String? = nil, expiresAt: Date) {
        self.id = id
        self.purpose = purpose
        self.userID = userID
        self.email = email
        self.expiresAt = expiresAt
    }
}
