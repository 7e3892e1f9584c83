import Crypto
import Domain
import Foundation
import JWTKit

/// Signs tokens with the current key and verifies them with any key in force (HS256, RFC 7518 §3.2).
///
/// Each key has a `JWTKeyCollection` of its own, chosen here by `kid`: jwt-kit takes the first key of a collection for an unknown
/// `kid`, and with a single HMAC key in it, nothing in a token's header can choose the key or the algorithm.
struct TokenSigner: Sendable {
    /// How far the clocks of two servers may differ, in seconds (RFC 7519 §4.1.4).
    static let clockSkew = 30
    static let maximumTokenLength = 4096

    let issuer: String
    let audience = "zenuml"
    private let currentKeyID: String
    private let keys: [String: JWTKeyCollection]
    private let parser = DefaultJWTParser(jsonDecoder: JSONDecoder())

    /// - Parameters:
    ///   - current: Key that signs, at least 32 bytes.
    ///   - previous: Keys whose tokens stay good.
    init(issuer: String, current: String, previous: [String] = []) async {
        self.issuer = issuer
        currentKeyID = Self.keyID(of: current)
        // Sorted keys make the same claims the same token.
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var keys: [String: JWTKeyCollection] = [:]
        for secret in previous + [current] {
            let keyID = Self.keyID(of: secret)
            keys[keyID] = await JWTKeyCollection(
                defaultJWTParser: DefaultJWTParser(jsonDecoder: JSONDecoder()),
                defaultJWTSerializer: DefaultJWTSerializer(jsonEncoder: encoder)
            ).add(
                hmac: HMACKey(from: secret),
                digestAlgorithm: .sha256,
                kid: JWKIdentifier(string: keyID),
                parser: DefaultJWTParser(jsonDecoder: JSONDecoder()),
                serializer: DefaultJWTSerializer(jsonEncoder: encoder)
            )
        }
        self.keys = keys
    }

    func sign<Claims: JWTPayload & SignedClaims>(_ claims: Claims) async throws -> String {
        guard let key = keys[currentKeyID] else { throw JWTError.noKeyProvided }
        return try await key.sign(
            claims,
            kid: JWKIdentifier(string: currentKeyID),
            header: ["typ": .string(Claims.headerType)]
        )
    }

    /// - Returns: The claims of a token that is signed with one of the keys, of the right kind, meant for this service, and good at `now`.
    /// - Throws: ``TokenError``.
    func verify<Claims: JWTPayload & SignedClaims>(_ token: String, as _: Claims.Type, at now: Date) async throws(TokenError) -> Claims {
        guard token.utf8.count <= Self.maximumTokenLength else { throw .malformed }
        let bytes = Array(token.utf8)
        let header: JWTHeader
        do {
            header = try parser.parse(bytes, as: Claims.self).header
        } catch {
            throw .malformed
        }
        guard header.alg == "HS256", header.typ == Claims.headerType, header.crit == nil else { throw .wrongKind }
        guard let keyID = header.kid, let key = keys[keyID] else { throw .unknownKey }
        let claims: Claims
        do {
            claims = try await key.verify(bytes, as: Claims.self)
        } catch {
            throw .badSignature
        }
        try check(claims, at: Int(now.timeIntervalSince1970))
        return claims
    }

    private func check(_ claims: some SignedClaims, at now: Int) throws(TokenError) {
        guard claims.type == Swift.type(of: claims).kind else { throw .wrongKind }
        guard claims.iss == issuer, claims.aud == audience else { throw .notForUs }
        guard claims.exp > now else { throw .expired }
        guard claims.notBefore <= now + Self.clockSkew, claims.iat <= now + Self.clockSkew else { throw .notYetValid }
    }

    /// The first 8 bytes of the key's SHA-256, which tell keys apart and tell nothing about a random key.
    private static func keyID(of secret: String) -> String {
        SHA256.hash(data: Data(("zenuml kid" + secret).utf8)).prefix(8).hexadecimal
    }
}
