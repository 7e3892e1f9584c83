public import Foundation

/// What is to be different about a user. What it does not name stays, also where somebody else is just changing that.
public struct UserChange: Sendable, Equatable {
    public enum Field: Sendable, Equatable {
        case name(String)
        case picture(String?)
        case passwordHash(String)
        case disabledAt(Date?)
    }

    public let id: String
    public let fields: [Field]
    public let updatedAt: Date

    public init(id: String, _ fields: [Field], updatedAt: Date) {
        self.id = id
        self.fields = fields
        self.updatedAt = updatedAt
    }
}
