/// A pair of tokens (RFC 6749 §5.1).
struct TokenResponse: Sendable, JSONWritable {
    let accessToken: String
    /// `nil` when it travels in a cookie.
    let refreshToken: String?
    /// Life of the access token, in seconds.
    let expiresIn: Int

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("access_token", accessToken)
            if let refreshToken { json.field("refresh_token", refreshToken) }
            json.field("token_type", "bearer")
            json.field("expires_in", expiresIn)
        }
    }
}
