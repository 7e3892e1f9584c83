/// Whose a project is to be.
struct OwnerUpdate: RequestBody {
    static let length = 1...64

    let userID: String

    init(fields: inout FieldReader) {
        userID = fields.string("user_id") { (text) throws(FieldProblem) in
            guard Self.length.contains(text.unicodeScalars.count) else { throw FieldProblem("Input should be the id of a member") }
            return text
        }
    }
}
