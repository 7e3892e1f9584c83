import Domain
import Foundation

/// A user, as the user may see it.
struct UserResponse: Sendable, JSONWritable {
    let user: User
    /// Whether this server asks everybody for a second factor.
    let isSecondFactorRequired: Bool

    /// With whom the person signs in.
    enum Provider: String, CaseIterable {
        case local, google
    }

    enum SecondFactorUse: String, CaseIterable {
        case on, off
        /// It is off, and nothing is granted until it is on.
        case required
    }

    private var secondFactor: SecondFactorUse {
        if user.hasSecondFactor { return .on }
        return isSecondFactorRequired ? .required : .off
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", user.id)
            json.field("email", user.email)
            json.field("name", user.name)
            json.field("picture", user.picture)
            json.field("created_at", user.createdAt)
            json.field("email_verified", user.isEmailVerified)
            json.field("provider", (user.isLocal ? Provider.local : .google).rawValue)
            json.field("second_factor", secondFactor.rawValue)
        }
    }
}
