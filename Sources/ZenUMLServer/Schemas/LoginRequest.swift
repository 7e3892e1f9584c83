/// The e-mail address and password of a local account.
struct LoginRequest: RequestBody {
    /// In lower case.
    let email: String
    let password: String

    init(fields: inout FieldReader) {
        email = fields.email("email")
        password = fields.string("password") { (text) throws(FieldProblem) in
            guard (1...PasswordPolicy.length.upperBound).contains(text.unicodeScalars.count) else {
                throw FieldProblem("Password should have 1 to \(PasswordPolicy.length.upperBound) characters", type: "string_length")
            }
            return text
        }
    }
}
