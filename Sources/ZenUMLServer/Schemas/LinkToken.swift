/// A link that somebody has got.
struct LinkToken: RequestBody {
    static let length = 1...64

    let token: String
    /// One of the diagrams of a shared project.
    let diagramID: String?

    init(fields: inout FieldReader) {
        token = fields.string("token", check: Self.check)
        diagramID = fields.optionalString("diagram_id") { (text) throws(FieldProblem) in text }
    }

    static func check(_ text: String) throws(FieldProblem) -> String {
        guard length.contains(text.unicodeScalars.count) else { throw FieldProblem("Input should be the token of a link") }
        return text
    }
}
