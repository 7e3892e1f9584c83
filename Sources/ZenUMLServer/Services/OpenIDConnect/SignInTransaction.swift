import Crypto
import Domain
import Foundation

/// What ties the end of a sign-in with an identity provider to its beginning in the same browser.
struct SignInTransaction: Sendable, Codable, Equatable {
    /// Time to sign in at the provider, in seconds.
    static let lifetime = 600

    /// Comes back with the code; guards against a foreign code (RFC 6749 §10.12).
    let state: String
    /// Comes back in the ID token; guards against a foreign token (OpenID Connect Core 1.0 §3.1.2.1).
    let nonce: String
    /// Redeems the code; 43 characters (RFC 7636 §4.1).
    let codeVerifier: String
    let expiresAt: Date

    /// PKCE's S256 (RFC 7636 §4.2).
    var codeChallenge: String {
        SHA256.hash(data: Data(codeVerifier.utf8)).base64URL
    }

    /// Under which the sign-in is noted as completed.
    var id: String {
        SHA256.hash(data: Data(state.utf8)).hexadecimal
    }
}
