import CryptoExtras
import Domain
import Foundation
import JWTKit
import Synchronization
import TestSupport

@testable import ZenUMLServer

/// An OpenID provider in memory, whose ID tokens a test can bend.
final class FakeProvider: Sendable {
    static let issuer = "https://issuer.example"
    static let settings = ["GOOGLE_CLIENT_ID": "client", "GOOGLE_CLIENT_SECRET": "secret-of-the-client", "GOOGLE_ISSUER": issuer]

    struct State: Sendable {
        var requests: [OutboundHTTP.Request] = []
        var nonce = ""
        /// The nonce of each code; `nonce` counts for the others.
        var nonces: [String: String] = [:]
        var keyID = "key-1"
        var publishedKeyIDs = ["key-1"]
        var cacheControl: String? = "public, max-age=3600"
        /// Claims that differ from the right ones; `null` leaves a claim out.
        var claims: [String: String] = [:]
        var answers: [String: OutboundHTTP.Response] = [:]
        var failure: DomainError?
    }

    let state = Mutex(State())
    /// Of all tests: to make one takes a tenth of a second.
    private static let sharedKey = Result { try JWTKit.Insecure.RSA.PrivateKey(backing: _RSA.Signing.PrivateKey(keySize: .bits2048)) }
    private let key: JWTKit.Insecure.RSA.PrivateKey
    private let clock: TestClock

    init(clock: TestClock) throws {
        self.clock = clock
        key = try Self.sharedKey.get()
    }

    var http: OutboundHTTP {
        OutboundHTTP { try await self.answer($0) }
    }

    /// How often a document was asked for.
    func count(_ path: String) -> Int {
        state.withLock { $0.requests.count { $0.url == Self.issuer + path } }
    }

    private func answer(_ request: OutboundHTTP.Request) async throws -> OutboundHTTP.Response {
        let state = state.withLock { state in
            state.requests.append(request)
            return state
        }
        if let failure = state.failure { throw failure }
        let path = String(request.url.dropFirst(Self.issuer.count))
        if let answer = state.answers[path] { return answer }
        let body: String
        switch path {
        case "/.well-known/openid-configuration": body = Self.metadata
        case "/jwks": body = try keySet(state.publishedKeyIDs)
        case "/token":
            body = "{\"access_token\":\"provider-access-token\",\"id_token\":\"\(try await idToken(state, code: Self.code(in: request.body)))\"}"
        default: return OutboundHTTP.Response(status: 404, cacheControl: nil, body: Data())
        }
        return OutboundHTTP.Response(status: 200, cacheControl: state.cacheControl, body: Data(body.utf8))
    }

    private static let metadata = """
        {"issuer":"\(issuer)","authorization_endpoint":"\(issuer)/authorize","token_endpoint":"\(issuer)/token",
        "jwks_uri":"\(issuer)/jwks","token_endpoint_auth_methods_supported":["client_secret_post"]}
        """

    private static func code(in form: String) -> String {
        form.split(separator: "&").first { $0.hasPrefix("code=") }.map { String($0.dropFirst(5)) } ?? ""
    }

    private func keySet(_ ids: [String]) throws -> String {
        let primitives = try key.publicKey.getKeyPrimitives()
        let keys = ids.map { id in
            "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"\(id)\",\"n\":\"\(primitives.modulus.base64URL)\","
                + "\"e\":\"\(primitives.publicExponent.base64URL)\"}"
        }
        return "{\"keys\":[\(keys.joined(separator: ","))]}"
    }

    private func idToken(_ state: State, code: String) async throws -> String {
        let now = Int(clock.now.timeIntervalSince1970)
        var claims: [String: JWTHeaderField] = [
            "iss": .string(Self.issuer), "aud": .string("client"), "sub": .string("subject-1"), "nonce": .string(state.nonces[code] ?? state.nonce),
            "email": .string("Ada@Example.com"), "email_verified": .bool(true), "name": .string("Ada Lovelace"),
            "picture": .string("https://pictures.example/ada.png"), "iat": .int(now), "exp": .int(now + 3600),
        ]
        for (name, value) in state.claims {
            claims[name] = try value == "null" ? nil : JSONDecoder().decode(JWTHeaderField.self, from: Data(value.utf8))
        }
        let collection = await JWTKeyCollection().add(rsa: key, digestAlgorithm: .sha256, kid: JWKIdentifier(string: state.keyID))
        return try await collection.sign(AnyClaims(fields: claims), kid: JWKIdentifier(string: state.keyID))
    }
}
