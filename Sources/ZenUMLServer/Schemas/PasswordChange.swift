/// A new password for an account, by whoever is signed in.
struct PasswordChange: RequestBody {
    /// `nil` for an account that has none yet.
    let current: String?
    let new: String

    init(fields: inout FieldReader) {
        current = fields.optionalString("current_password") { (text) throws(FieldProblem) in
            guard text.unicodeScalars.count <= PasswordPolicy.length.upperBound else {
                throw FieldProblem("Password should have 1 to \(PasswordPolicy.length.upperBound) characters", type: "string_length")
            }
            return text
        }
        new = fields.string("new_password") { (text) throws(FieldProblem) in try PasswordPolicy.check(text, email: "") }
    }
}
