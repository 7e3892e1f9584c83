import Domain
import Foundation

/// The calls to the provider that finish a sign-in.
struct AuthorizationCodeExchange: Sendable {
    let settings: GoogleSettings
    let provider: OpenIDProvider
    let http: OutboundHTTP

    /// The provider's answer to an authorization code (OpenID Connect Core 1.0 §3.1.3.3).
    struct Tokens: Sendable, Decodable {
        enum CodingKeys: String, CodingKey {
            case accessToken = "access_token"
            case idToken = "id_token"
        }

        let accessToken: String
        let idToken: String
    }

    /// Why a provider refuses an authorization code (RFC 6749 §5.2).
    private struct Refusal: Decodable {
        let error: String
    }

    /// Exchanges the code for tokens (RFC 6749 §4.1.3).
    /// - Throws: ``DomainError/authentication(_:)`` when the provider refuses the code.
    func redeem(_ code: String, codeVerifier: String) async throws -> Tokens {
        let metadata = try await provider.providerMetadata()
        var form = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", settings.redirectURI),
            ("code_verifier", codeVerifier),
        ]
        var request = OutboundHTTP.Request(method: .post, url: metadata.tokenEndpoint)
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        if metadata.takesSecretInForm {
            form += [("client_id", settings.clientID), ("client_secret", settings.clientSecret)]
        } else {
            let credentials = FormEncoding.encode(settings.clientID) + ":" + FormEncoding.encode(settings.clientSecret)
            request.headers["Authorization"] = "Basic " + Data(credentials.utf8).base64EncodedString()
        }
        request.body = FormEncoding.encode(form)
        let response = try await http.send(request)
        if response.status == 400, let refusal = try? JSONDecoder().decode(Refusal.self, from: response.body),
            refusal.error == "invalid_grant"
        {
            throw DomainError.authentication("The identity provider refused the authorization code")
        }
        return try response.decode(Tokens.self, from: "tokens")
    }

    /// The person that an ID token is about; the rest is asked for when the token holds no address.
    func describe(_ claims: IDTokenClaims, accessToken: String) async throws -> UserInfo {
        let known = UserInfo(
            sub: claims.sub, email: claims.email, emailVerified: claims.emailVerified, name: claims.name, picture: claims.picture)
        guard known.email == nil, let endpoint = try await provider.providerMetadata().userinfoEndpoint else { return known }
        var request = OutboundHTTP.Request(url: endpoint)
        request.headers["Authorization"] = "Bearer \(accessToken)"
        let person = try await http.send(request).decode(UserInfo.self, from: "user info")
        // OpenID Connect Core 1.0 §5.3.2: without this check a token of somebody else's could be slipped in.
        guard person.sub == claims.sub else {
            throw DomainError.authentication("The identity provider described another person")
        }
        return person
    }
}
