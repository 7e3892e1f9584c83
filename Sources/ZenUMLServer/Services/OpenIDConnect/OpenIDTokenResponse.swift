/// The provider's answer to an authorization code (OpenID Connect Core 1.0 §3.1.3.3).
struct OpenIDTokenResponse: Sendable, Decodable {
    enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case idToken = "id_token"
    }

    let accessToken: String
    let idToken: String
}
