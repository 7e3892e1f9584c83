import Domain
import Foundation

/// Makes the tokens of a session: who signs them, and how long they live.
struct TokenIssuer: Sendable {
    let signer: TokenSigner
    let lifetimes: TokenLifetimes

    /// Signs an access token for a session.
    /// - Parameter id: Its claim `jti` (RFC 7519 §4.1.7), another one for each token.
    func createAccessToken(for session: Session, email: String, id: String, issuedAt: Date) -> String {
        let issued = Int(issuedAt.timeIntervalSince1970)
        return signer.sign(
            AccessTokenClaims(
                iss: signer.issuer,
                aud: signer.audience,
                sub: session.userID,
                email: email,
                sid: session.id,
                jti: id,
                iat: issued,
                nbf: issued,
                exp: issued + lifetimes.access.wholeSeconds,
                type: AccessTokenClaims.kind
            )
        )
    }

    /// Signs the refresh token with this counter in a session. The same arguments always give the same token.
    func createRefreshToken(session id: String, userID: String, counter: Int, issuedAt: Date, expiresAt: Date) -> String {
        signer.sign(
            RefreshTokenClaims(
                iss: signer.issuer,
                aud: signer.audience,
                sub: userID,
                sid: id,
                ctr: counter,
                jti: "\(id).\(counter)",
                iat: Int(issuedAt.timeIntervalSince1970),
                exp: Int(expiresAt.timeIntervalSince1970),
                type: RefreshTokenClaims.kind
            )
        )
    }
}
