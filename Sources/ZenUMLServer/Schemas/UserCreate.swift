/// What a person gives to get a local account.
struct UserCreate: RequestBody {
    /// In lower case.
    let email: String
    let password: String
    let name: String

    init(fields: inout FieldReader) {
        let email = fields.email("email")
        self.email = email
        password = fields.string("password") { (text) throws(FieldProblem) in try PasswordPolicy.check(text, email: email) }
        name = fields.string("name", check: TextRules.name)
    }
}
