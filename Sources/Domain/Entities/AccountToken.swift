public import Foundation

/// What opens something of an account to whoever has it, once; one record of the collection `account_tokens`.
public struct AccountToken: Sendable, Equatable {
    public enum Purpose: String, Sendable {
        /// A new password is set with it.
        case passwordReset = "password_reset"
    }

    /// SHA-256 of the token, in hexadecimal: a copy of the database opens nothing.
    public let id: String
    public let purpose: Purpose
    public let userID: String
    public let expiresAt: Date

    public init(id: String, purpose: Purpose, userID: String, expiresAt: Date) {
        self.id = id
        self.purpose = purpose
        self.userID = userID
        self.expiresAt = expiresAt
    }
}
