/// A new address for an account.
struct EmailChange: RequestBody {
    /// In lower case.
    let email: String

    init(fields: inout FieldReader) {
        email = fields.email("email")
    }
}
