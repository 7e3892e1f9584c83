import JWTKit

/// The claims of a refresh token. Times are seconds since 1970-01-01 UTC.
///
/// Nothing in them is random: from a session's record the token that is current in it can be signed again, byte for byte. What
/// can't be guessed is the signature.
struct RefreshTokenClaims: JWTPayload, SignedClaims, Equatable {
    static let headerType = "rt+jwt"
    static let kind = "refresh"

    let iss: String
    let aud: String
    let sub: String
    let sid: String
    /// Number of rotations of the session before this token.
    let ctr: Int
    let jti: String
    let iat: Int
    let exp: Int
    let type: String

    var notBefore: Int { iat }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("aud", aud)
            json.field("ctr", ctr)
            json.field("exp", exp)
            json.field("iat", iat)
            json.field("iss", iss)
            json.field("jti", jti)
            json.field("sid", sid)
            json.field("sub", sub)
            json.field("type", type)
        }
    }
}
