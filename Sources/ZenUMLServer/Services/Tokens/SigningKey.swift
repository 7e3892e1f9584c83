import Crypto
import Domain
import Foundation
import JWTKit

/// A key for tokens (HS256, RFC 7518 §3.2).
///
/// jwt-kit verifies what it signed. It could sign, too, but takes much longer: it makes the header anew for each token, out of a
/// dictionary, and encodes it and the claims by `JSONEncoder`.
struct SigningKey: Sendable {
    /// The first 8 bytes of the key's SHA-256, which tell keys apart and tell nothing about a random key.
    let id: String
    private let key: SymmetricKey
    /// Of this key alone: jwt-kit takes the first key of a collection for an unknown `kid`, and with a single HMAC key in it, nothing in
    /// a token's header can choose the key or the algorithm.
    private let verifier: JWTKeyCollection

    /// - Parameter secret: At least 32 bytes.
    init(_ secret: String) async {
        let id = SHA256.hash(data: Data(("zenuml kid" + secret).utf8)).prefix(8).hexadecimal
        let parser = DefaultJWTParser(jsonDecoder: JSONDecoder())
        self.id = id
        key = SymmetricKey(data: Data(secret.utf8))
        verifier = await JWTKeyCollection(defaultJWTParser: parser)
            .add(hmac: HMACKey(key: key), digestAlgorithm: .sha256, kid: JWKIdentifier(string: id), parser: parser)
    }

    /// Always the same for the same claims.
    func sign<Claims: SignedClaims>(_ claims: Claims) -> String {
        var json = JSONWriter()
        claims.write(to: &json)
        let input = header(of: Claims.self) + "." + json.bytes.base64URL
        return input + "." + HMAC<SHA256>.authenticationCode(for: Data(input.utf8), using: key).base64URL
    }

    /// Whether the token's header is, to the byte, that of the tokens that this key signs.
    func hasOwnHeader<Claims: SignedClaims>(_ token: String, of _: Claims.Type) -> Bool {
        token.utf8.starts(with: (header(of: Claims.self) + ".").utf8)
    }

    /// - Throws: ``TokenError/badSignature``, also when claims are missing.
    func verify<Claims: JWTPayload & SignedClaims>(_ token: String, as _: Claims.Type) async throws(TokenError) -> Claims {
        do {
            return try await verifier.verify(Array(token.utf8), as: Claims.self)
        } catch {
            throw .badSignature
        }
    }

    private func header(of claims: (some SignedClaims).Type) -> String {
        #"{"alg":"HS256","kid":"\#(id)","typ":"\#(claims.headerType)"}"#.utf8.base64URL
    }
}
