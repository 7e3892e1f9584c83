import Foundation
import JWTKit
import Testing

@testable import ZenUMLServer

/// Former servers signed by jwt-kit, and the refresh token that is current in a session is made again, byte for byte.
@Suite("Signing keys")
struct SigningKeyTests {
    private let secret = "a-secret-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz"

    @Test(arguments: ["a@example.com", "o'neil+x/y@example.com", "käthe@bücher.example", "\"a\\b\"@example.com", "日本@example.jp", ""])
    func aTokenIsWhatJWTKitMakesOfTheSameClaims(email: String) async throws {
        let claims = AccessTokenClaims(
            iss: "https://zenuml.example/a?b=c&d", aud: "zenuml", sub: "u", email: email, sid: "s", jti: "j", iat: 1, nbf: 2, exp: .max,
            type: AccessTokenClaims.kind)
        #expect(await SigningKey(secret).sign(claims) == (try await signedByJWTKit(claims)))
    }

    @Test func aRefreshTokenIsWhatJWTKitMakesOfTheSameClaims() async throws {
        let claims = RefreshTokenClaims(
            iss: "http://localhost:8000", aud: "zenuml", sub: "u", sid: "s", ctr: 7, jti: "s.7", iat: 1, exp: 2, type: RefreshTokenClaims.kind)
        #expect(await SigningKey(secret).sign(claims) == (try await signedByJWTKit(claims)))
    }

    private func signedByJWTKit<Claims: JWTPayload & SignedClaims>(_ claims: Claims) async throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let serializer = DefaultJWTSerializer(jsonEncoder: encoder)
        let keyID = JWKIdentifier(string: await SigningKey(secret).id)
        let keys = await JWTKeyCollection(defaultJWTSerializer: serializer)
            .add(hmac: HMACKey(from: secret), digestAlgorithm: .sha256, kid: keyID, serializer: serializer)
        return try await keys.sign(claims, kid: keyID, header: ["typ": .string(Claims.headerType)])
    }
}
