import Crypto
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

/// Forged and borrowed access tokens: each must be 401, whatever is right about it otherwise.
@Suite("Access tokens")
struct AccessTokenTests {
    private let secret = TestServer.secret

    @Test func theTokenHasTheClaimsOfRFC9068() async throws {
        try await TestServer.with { server in
            let token = try await server.register().access
            let claims = try Tokens.claims(of: token)
            #expect(claims.keys.sorted() == ["aud", "email", "exp", "iat", "iss", "jti", "nbf", "sid", "sub", "type"])
            #expect(claims["type"] as? String == "access")
            #expect(try (#require(claims["exp"] as? Int)) - (#require(claims["iat"] as? Int)) == 1800)
            let header = try Tokens.header(of: token)
            #expect(header["typ"] as? String == "at+jwt")
            #expect(header["alg"] as? String == "HS256")
            #expect((header["kid"] as? String)?.count == 16)
        }
    }

    /// RFC 8725 §3.1, §3.2: the header never chooses the algorithm.
    @Test(arguments: ["none", "None", "HS384", "HS512", "RS256", "ES256"])
    func anotherAlgorithmIsRefused(_ algorithm: String) async throws {
        try await expectRefusal { header, _ in header["alg"] = algorithm }
    }

    @Test func anUnsignedTokenIsRefused() async throws {
        try await TestServer.with { server in
            let parts = try await server.register().access.split(separator: ".")
            let header = Self.encode([
                "alg": "none", "typ": "at+jwt", "kid": try Tokens.header(of: parts.joined(separator: "."))["kid"] as? String ?? "",
            ])
            #expect(try await server.get("/api/auth/me", bearer: "\(header).\(parts[1]).").status == 401)
            #expect(try await server.get("/api/auth/me", bearer: "\(parts[0]).\(parts[1]).").status == 401)
        }
    }

    /// jwt-kit takes the first key for an unknown `kid`: RFC 8725 §3.10, ASVS 9.1.3.
    @Test(arguments: ["unknown", "", "../../etc/passwd", "' OR 1=1 --"])
    func anUnknownKeyIDIsRefused(_ kid: String) async throws {
        try await expectRefusal { header, _ in header["kid"] = kid }
    }

    @Test func aMissingKeyIDIsRefused() async throws {
        try await expectRefusal { header, _ in header["kid"] = nil }
    }

    /// ASVS 9.1.3: keys that a token brings along are ignored.
    @Test func aForgedTokenThatBringsItsKeyIsRefused() async throws {
        try await expectRefusal(secret: "attacker-attacker-attacker-attacker") { header, _ in
            header["jwk"] = ["kty": "oct", "k": Data("attacker-attacker-attacker-attacker".utf8).base64EncodedString()]
            header["jku"] = "https://attacker.example/jwks"
            header["x5u"] = "https://attacker.example/x5u"
        }
    }

    @Test func criticalHeadersThatNobodyKnowsAreRefused() async throws {
        try await expectRefusal { header, _ in header["crit"] = ["x"] }
    }

    /// RFC 9068 §2.1, RFC 8725 §3.11
    @Test(arguments: ["JWT", "rt+jwt", ""])
    func anotherKindOfTokenIsRefused(_ type: String) async throws {
        try await expectRefusal { header, _ in header["typ"] = type }
    }

    @Test func aRefreshTokenIsNoAccessToken() async throws {
        try await TestServer.with { server in
            let token = try await server.register().refresh
            let answer = try await server.get("/api/auth/me", bearer: token)
            #expect(answer.status == 401)
        }
    }

    @Test(arguments: ["iss", "aud", "sub", "email", "sid", "jti", "iat", "nbf", "exp", "type"])
    func everyClaimMustBeThere(_ claim: String) async throws {
        try await expectRefusal { _, claims in claims[claim] = nil }
    }

    @Test(arguments: ["iss", "aud", "sub", "sid", "type"])
    func everyClaimMustBeRight(_ claim: String) async throws {
        try await expectRefusal { _, claims in claims[claim] = "another" }
    }

    /// RFC 7519 §4.1.4 to §4.1.6
    @Test func timesAreChecked() async throws {
        let now = Int(TestClock().now.timeIntervalSince1970)
        try await expectRefusal { _, claims in claims["exp"] = now }
        try await expectRefusal { _, claims in claims["nbf"] = now + 31 }
        try await expectRefusal { _, claims in claims["iat"] = now + 31 }
        try await expectRefusal { _, claims in claims["exp"] = "tomorrow" }
    }

    /// A forgery that changes nothing passes: so the refusals above are for what they change.
    @Test func anUnchangedForgeryPasses() async throws {
        try await TestServer.with { server in
            let forged = try forge(try await server.register().access) { _, _ in }
            #expect(try await server.get("/api/auth/me", bearer: forged).status == 200)
        }
    }

    @Test func theTokenEndsOnTime() async throws {
        try await TestServer.with { server in
            let token = try await server.register().access
            server.clock.advance(1799)
            #expect(try await server.get("/api/auth/me", bearer: token).status == 200)
            server.clock.advance(1)
            #expect(try await server.get("/api/auth/me", bearer: token).status == 401, "a remembered token expires too")
        }
    }

    /// RFC 6750 §3
    @Test func theRefusalSaysInvalidToken() async throws {
        try await TestServer.with { server in
            let answer = try await server.get("/api/auth/me", bearer: "rubbish")
            #expect(answer[header: "WWW-Authenticate"] == #"Bearer error="invalid_token""#)
            #expect(try answer.errorType() == "jwt_error")
        }
    }

    /// RFC 9110 §11.1
    @Test func theNameOfTheSchemeIsReadInAnyCase() async throws {
        try await TestServer.with { server in
            let token = try await server.register().access
            for scheme in ["Bearer ", "bearer ", "BEARER ", "bEaReR "] {
                #expect(try await server.get("/api/auth/me", headers: ["Authorization": scheme + token]).status == 200)
            }
            for scheme in ["", "Bearer", "Bearer\t", "Basic ", "Token ", "bearer: "] {
                #expect(try await server.get("/api/auth/me", headers: ["Authorization": scheme + token]).status == 401, "\(scheme)")
            }
        }
    }

    /// RFC 9110 §5.3: no header that is no list may come twice.
    @Test func twoTokensAreNone() {
        var headers: HTTPFields = [.authorization: "Bearer a"]
        #expect(BearerToken.read(from: headers) == "a")
        headers.append(HTTPField(name: .authorization, value: "Bearer b"))
        #expect(BearerToken.read(from: headers) == nil)
    }

    /// RFC 6750 §2.3: an address ends up in logs and histories.
    @Test func aTokenInTheAddressIsNotTaken() async throws {
        try await TestServer.with { server in
            let token = try await server.register().access
            #expect(try await server.get("/api/auth/me?access_token=\(token)").status == 401)
        }
    }

    @Test func aHugeTokenIsRefused() async throws {
        try await TestServer.with { server in
            let answer = try await server.get("/api/auth/me", bearer: String(repeating: "a.", count: 5000))
            #expect(answer.status == 401)
        }
    }

    /// Its signature is good, so only its size speaks against it.
    @Test func aHugeTokenOfOursIsRefused() async throws {
        try await TestServer.with { server in
            let token = try await server.register().access
            let statuses = try await [2000, 4000].asyncMap { size in
                let padded = try forge(token) { _, claims in claims["padding"] = String(repeating: "x", count: size) }
                return try await server.get("/api/auth/me", bearer: padded).status
            }
            #expect(statuses == [200, 401])
        }
    }

    /// Keys are changed without signing anybody out, and a withdrawn key signs nobody in.
    @Test func keysRotate() async throws {
        let (old, new) = (TestServer.secret, "another-secret-9876543210-another-secret")
        try await StoreKind.underTest.withStore { store in
            // Written by the first server before the next one starts.
            nonisolated(unsafe) var tokens = Tokens(access: "", refresh: "")
            try await TestServer.on(store, settings: ["JWT_SECRET_KEY": old]) { tokens = try await $0.register() }
            let earlier = tokens
            try await TestServer.on(store, settings: ["JWT_SECRET_KEY": new, "JWT_PREVIOUS_SECRET_KEYS": "\(old)"]) { server in
                #expect(try await server.get("/api/auth/me", bearer: earlier.access).status == 200)
                let next = try await server.refresh(earlier.refresh).tokens()
                #expect(try Tokens.header(of: next.access)["kid"] as? String != Tokens.header(of: earlier.access)["kid"] as? String)
            }
            try await TestServer.on(store, settings: ["JWT_SECRET_KEY": new]) { server in
                let answer = try await server.get("/api/auth/me", bearer: earlier.access)
                #expect(answer.status == 401)
            }
        }
    }

    private func expectRefusal(secret: String? = nil, _ change: @Sendable (inout [String: Any], inout [String: Any]) -> Void) async throws {
        try await withoutActuallyEscaping(change) { change in
            try await TestServer.with { server in
                let forged = try forge(try await server.register().access, secret: secret, change)
                let answer = try await server.get("/api/auth/me", bearer: forged)
                #expect(answer.status == 401)
            }
        }
    }

    /// A token with other header and claims, signed with the right key unless told otherwise.
    private func forge(
        _ token: String, secret: String? = nil, _ change: (inout [String: Any], inout [String: Any]) -> Void
    ) throws -> String {
        var header = try Tokens.header(of: token)
        var claims = try Tokens.claims(of: token)
        change(&header, &claims)
        let input = Self.encode(header) + "." + Self.encode(claims)
        let key = SymmetricKey(data: Data((secret ?? self.secret).utf8))
        let signature = HMAC<SHA256>.authenticationCode(for: Data(input.utf8), using: key)
        return input + "." + Data(signature).base64URL
    }

    private static func encode(_ object: [String: Any]) -> String {
        ((try? JSONSerialization.data(withJSONObject: object)) ?? Data()).base64URL
    }
}
