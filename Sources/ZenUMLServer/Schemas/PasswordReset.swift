/// A new password for an account, by whoever has the link.
struct PasswordReset: RequestBody {
    let token: String
    let password: String

    init(fields: inout FieldReader) {
        token = fields.string("token", check: LinkToken.check)
        password = fields.string("password") { (text) throws(FieldProblem) in try PasswordPolicy.check(text, email: "") }
    }
}
