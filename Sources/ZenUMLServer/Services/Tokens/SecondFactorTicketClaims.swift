import JWTKit

/// The claims of a sign-in that waits for a code. Times are seconds since 1970-01-01 UTC.
struct SecondFactorTicketClaims: JWTPayload, SignedClaims, Equatable {
    static let headerType = "sf+jwt"
    static let kind = "second_factor"
    /// In seconds.
    static let lifetime = 300

    let iss: String
    let aud: String
    let sub: String
    /// Hash of the hash of the password: a ticket ends with the password that it was given for.
    let pwh: String
    /// By whom the first factor was proved: `local` or `google`.
    let idp: String
    let iat: Int
    let exp: Int
    let type: String

    var notBefore: Int { iat }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("aud", aud)
            json.field("exp", exp)
            json.field("iat", iat)
            json.field("idp", idp)
            json.field("iss", iss)
            json.field("pwh", pwh)
            json.field("sub", sub)
            json.field("type", type)
        }
    }
}
