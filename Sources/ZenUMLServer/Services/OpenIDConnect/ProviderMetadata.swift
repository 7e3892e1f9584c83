/// What an OpenID provider publishes about itself (OpenID Connect Discovery 1.0 §3).
struct ProviderMetadata: Sendable, Decodable, Equatable {
    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case userinfoEndpoint = "userinfo_endpoint"
        case jwksURI = "jwks_uri"
        case tokenEndpointAuthMethods = "token_endpoint_auth_methods_supported"
    }

    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let userinfoEndpoint: String?
    let jwksURI: String
    let tokenEndpointAuthMethods: [String]?

    /// Whether the client secret goes into the form; into the header `Authorization` otherwise, which is what a provider that says
    /// nothing expects.
    var takesSecretInForm: Bool {
        tokenEndpointAuthMethods?.contains("client_secret_post") ?? false
    }
}
