/// Whose password has been forgotten.
struct PasswordForgotten: RequestBody {
    /// In lower case.
    let email: String

    init(fields: inout FieldReader) {
        email = fields.email("email")
    }
}
