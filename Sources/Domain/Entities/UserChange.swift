public import Foundation

/// What is to be different about a user. What it does not name stays, also where somebody else is just changing that.
public struct UserChange: Sendable, Equatable {
    public enum Field: Sendable, Equatable {
        case name(String)
        case picture(String?)
        case passwordHash(String?)
        case disabledAt(Date?)
        case identity(Identity)
        case email(String)
        case emailVerifiedAt(Date?)
        case secondFactor(SecondFactor?)
    }

    /// What must be the case for the change to be made.
    public enum Condition: Sendable, Equatable {
        case none
        /// The password is still the one that somebody has proved to know; `nil` for none.
        case passwordHash(String?)
        /// Neither is another one meanwhile.
        case credentials(passwordHash: String?, email: String)
        /// It is still the address.
        case email(String)
        /// It is still the address of a local account, and nobody has proved to read its mails.
        case unverifiedEmail(String)
        /// Nobody has used a code meanwhile, or set it up anew.
        case secondFactor(SecondFactor?)
    }

    public let id: String
    public let fields: [Field]
    public let condition: Condition
    public let updatedAt: Date

    public init(id: String, _ fields: [Field], if condition: Condition = .none, updatedAt: Date) {
        self.id = id
        self.fields = fields
        self.condition = condition
        self.updatedAt = updatedAt
    }
}
