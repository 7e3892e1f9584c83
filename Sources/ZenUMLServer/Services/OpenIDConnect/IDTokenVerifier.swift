import Domain
import Foundation
import JWTKit

/// Checks ID tokens (OpenID Connect Core 1.0 §3.1.3.7).
struct IDTokenVerifier: Sendable {
    /// How far the provider's clock may differ from ours, in seconds.
    static let clockSkew: TimeInterval = 60
    /// An ID token comes fresh from the provider; an old one comes from somewhere else.
    static let maximumAge: TimeInterval = 600

    let issuer: String
    let clientID: String
    let provider: OpenIDProvider
    let clock: WallClock

    /// - Throws: ``DomainError/authentication(_:)`` with the reason; provider errors when its keys can't be had.
    func verify(_ token: String, nonce: String) async throws -> IDTokenClaims {
        let claims = try await verifySignature(token)
        let now = clock.now.timeIntervalSince1970
        try require(issuers.contains(claims.iss), "issued by somebody else")
        try require(claims.aud.value == [clientID] && claims.azp ?? clientID == clientID, "meant for somebody else")
        try require(claims.exp > now - Self.clockSkew, "expired")
        try require(claims.iat < now + Self.clockSkew && claims.iat > now - Self.maximumAge, "not issued just now")
        try require(claims.nonce.map { constantTimeEqual($0.utf8, nonce.utf8) } ?? false, "meant for another sign-in")
        try require((1...255).contains(claims.sub.utf8.count), "without a valid subject")
        return claims
    }

    /// Google signs some ID tokens with its name only.
    private var issuers: Set<String> {
        issuer == "https://accounts.google.com" ? [issuer, "accounts.google.com"] : [issuer]
    }

    private func verifySignature(_ token: String) async throws -> IDTokenClaims {
        let bytes = Array(token.utf8)
        guard bytes.count <= 16_384, let header = try? DefaultJWTParser().parse(bytes, as: IDTokenClaims.self).header else {
            throw refused("malformed")
        }
        // The algorithm is ours to choose, not the token's (RFC 8725 §3.1).
        guard header.alg == "RS256", header.crit == nil, let keyID = header.kid, let key = try await provider.key(keyID) else {
            throw refused("signed with an unknown key")
        }
        do {
            return try await key.verify(bytes, as: IDTokenClaims.self)
        } catch {
            throw refused("not signed by the identity provider")
        }
    }

    private func require(_ condition: Bool, _ problem: String) throws {
        if !condition { throw refused(problem) }
    }

    private func refused(_ problem: String) -> DomainError {
        .authentication("The identity provider's ID token is \(problem)")
    }
}
