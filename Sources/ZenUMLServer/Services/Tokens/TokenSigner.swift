import Domain
import Foundation
import JWTKit

/// Signs tokens with the current key and verifies them with any key in force.
struct TokenSigner: Sendable {
    /// How far the clocks of two servers may differ, in seconds (RFC 7519 §4.1.4).
    static let clockSkew = 30
    static let maximumTokenLength = 4096

    let issuer: String
    let audience = "zenuml"
    private let current: SigningKey
    private let previous: [SigningKey]
    private let parser = DefaultJWTParser(jsonDecoder: JSONDecoder())

    /// - Parameters:
    ///   - current: Key that signs, at least 32 bytes.
    ///   - previous: Keys whose tokens stay good.
    init(issuer: String, current: String, previous: [String] = []) async {
        self.issuer = issuer
        self.current = await SigningKey(current)
        var keys: [SigningKey] = []
        for secret in previous { keys.append(await SigningKey(secret)) }
        self.previous = keys
    }

    func sign(_ claims: some SignedClaims) -> String {
        current.sign(claims)
    }

    /// - Returns: The claims of a token that is signed with one of the keys, of the right kind, meant for this service, and good at `now`.
    /// - Throws: ``TokenError``.
    func verify<Claims: JWTPayload & SignedClaims>(_ token: String, as _: Claims.Type, at now: Date) async throws(TokenError) -> Claims {
        guard token.utf8.count <= Self.maximumTokenLength else { throw .malformed }
        let claims = try await key(of: token, as: Claims.self).verify(token, as: Claims.self)
        try check(claims, at: Int(now.timeIntervalSince1970))
        return claims
    }

    /// Nearly every token is of the current key. Only of others is the header read.
    private func key<Claims: JWTPayload & SignedClaims>(of token: String, as _: Claims.Type) throws(TokenError) -> SigningKey {
        if current.hasOwnHeader(token, of: Claims.self) { return current }
        let header: JWTHeader
        do {
            header = try parser.parse(Array(token.utf8), as: Claims.self).header
        } catch {
            throw .malformed
        }
        guard header.alg == "HS256", header.typ == Claims.headerType, header.crit == nil else { throw .wrongKind }
        guard let key = ([current] + previous).first(where: { $0.id == header.kid }) else { throw .unknownKey }
        return key
    }

    private func check(_ claims: some SignedClaims, at now: Int) throws(TokenError) {
        guard claims.type == Swift.type(of: claims).kind else { throw .wrongKind }
        guard claims.iss == issuer, claims.aud == audience else { throw .notForUs }
        guard claims.exp > now else { throw .expired }
        guard claims.notBefore <= now + Self.clockSkew, claims.iat <= now + Self.clockSkew else { throw .notYetValid }
    }
}
