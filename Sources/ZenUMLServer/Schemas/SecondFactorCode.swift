/// A code of an authenticator app, or a recovery code.
struct SecondFactorCode: RequestBody {
    static let length = 1...64

    let code: String

    init(fields: inout FieldReader) {
        code = fields.string("code", check: Self.check)
    }

    static func check(_ text: String) throws(FieldProblem) -> String {
        guard length.contains(text.unicodeScalars.count) else {
            throw FieldProblem("Code should have \(length.lowerBound) to \(length.upperBound) characters", type: "string_length")
        }
        return text
    }
}
