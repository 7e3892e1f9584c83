/// A JSON object that a request brings. All its fields are read before any error is thrown, so that a client learns of all at once.
protocol RequestBody: Decodable {
    init(fields: inout FieldReader)
}

extension RequestBody {
    /// - Throws: ``DomainError/validation(_:)`` with every field that is wrong.
    init(from decoder: any Decoder) throws {
        var fields = try FieldReader(decoder)
        let body = Self(fields: &fields)
        try fields.finish()
        self = body
    }
}
