/// A client's sign of life.
struct StatusCheckCreate: RequestBody {
    /// Without white space at either end.
    let clientName: String

    init(fields: inout FieldReader) {
        clientName = fields.string("client_name", check: TextRules.clientName)
    }
}
