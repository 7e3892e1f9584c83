/// A refresh token to be exchanged. Absent when it comes in a cookie.
struct RefreshTokenRequest: RequestBody {
    let refreshToken: String

    init(fields: inout FieldReader) {
        refreshToken = fields.string("refresh_token", check: TextRules.present)
    }
}
