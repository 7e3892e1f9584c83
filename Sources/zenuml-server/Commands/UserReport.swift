import CommandLineSupport
import Domain
import Foundation

/// An account, for the operator to read. What opens it is not in it.
struct UserReport: Encodable, CustomStringConvertible {
    let id: String
    let email: String
    let name: String
    /// Who vouches for it.
    let issuer: String
    let hasPassword: Bool
    let isEmailVerified: Bool
    let hasSecondFactor: Bool
    let createdAt: Date
    let disabledAt: Date?
    var projects: Int?
    var diagrams: Int?

    init(_ user: User) {
        id = user.id
        email = user.email
        name = user.name
        issuer = user.identity.issuer
        hasPassword = user.passwordHash != nil
        isEmailVerified = user.isEmailVerified
        hasSecondFactor = user.hasSecondFactor
        createdAt = user.createdAt
        disabledAt = user.disabledAt
    }

    var description: String {
        var facts = [email, name, id, "since \(createdAt.ISO8601Format())"]
        if !hasPassword { facts.append("no password") }
        if !isEmailVerified { facts.append("address not verified") }
        if hasSecondFactor { facts.append("second factor") }
        if let disabledAt { facts.append("disabled \(disabledAt.ISO8601Format())") }
        if let projects, let diagrams { facts.append("\(projects) projects, \(diagrams) diagrams") }
        return facts.joined(separator: "  ").printed
    }
}
