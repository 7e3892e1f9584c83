import JWTKit

/// The provider's answer about a person (OpenID Connect Core 1.0 §5.3.2).
struct UserInfo: Sendable, Decodable {
    enum CodingKeys: String, CodingKey {
        case sub, email, name, picture
        case emailVerified = "email_verified"
    }

    let sub: String
    let email: String?
    let emailVerified: BoolClaim?
    let name: String?
    let picture: String?
}
