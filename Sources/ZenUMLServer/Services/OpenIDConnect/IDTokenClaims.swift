import JWTKit

/// The claims of an ID token that matter here (OpenID Connect Core 1.0 §2, §5.1).
struct IDTokenClaims: JWTPayload {
    enum CodingKeys: String, CodingKey {
        case iss, sub, aud, azp, exp, iat, nonce, email, name, picture, hd
        case emailVerified = "email_verified"
    }

    let iss: String
    let sub: String
    let aud: AudienceClaim
    let azp: String?
    let exp: Double
    let iat: Double
    let nonce: String?
    let email: String?
    let emailVerified: BoolClaim?
    let name: String?
    let picture: String?
    /// Of Google alone: the domain that runs the account.
    let hd: String?

    /// Nothing: jwt-kit knows no clock, no client id and no nonce. ``IDTokenVerifier`` checks the claims.
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
