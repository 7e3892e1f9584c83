/// The e-mail address and password of a local account.
struct LoginRequest: RequestBody {
    /// In lower case.
    let email: String
    let password: String

    init(fields: inout FieldReader) {
        email = fields.email("email")
        password = fields.string("password", check: PasswordPolicy.checkPresent)
    }
}
