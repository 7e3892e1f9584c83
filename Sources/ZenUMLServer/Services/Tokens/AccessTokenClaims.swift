import JWTKit

/// The claims of an access token (RFC 9068 §2.2). Times are seconds since 1970-01-01 UTC.
struct AccessTokenClaims: JWTPayload, SignedClaims, Equatable {
    static let headerType = "at+jwt"
    static let kind = "access"

    let iss: String
    let aud: String
    let sub: String
    let email: String
    let sid: String
    let jti: String
    let iat: Int
    let nbf: Int
    let exp: Int
    let type: String

    var notBefore: Int { nbf }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("aud", aud)
            json.field("email", email)
            json.field("exp", exp)
            json.field("iat", iat)
            json.field("iss", iss)
            json.field("jti", jti)
            json.field("nbf", nbf)
            json.field("sid", sid)
            json.field("sub", sub)
            json.field("type", type)
        }
    }
}
