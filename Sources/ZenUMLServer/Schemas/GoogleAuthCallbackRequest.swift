/// What Google handed to the browser: the authorization code and the state of the sign-in (RFC 6749 §4.1.2).
struct GoogleAuthCallbackRequest: RequestBody {
    static let codeLength = 1...2048
    static let stateLength = 1...256

    let code: String
    let state: String

    init(fields: inout FieldReader) {
        code = fields.string("code") { (text) throws(FieldProblem) in try Self.check(text, Self.codeLength) }
        state = fields.string("state") { (text) throws(FieldProblem) in try Self.check(text, Self.stateLength) }
    }

    private static func check(_ text: String, _ length: ClosedRange<Int>) throws(FieldProblem) -> String {
        let text = try TextRules.present(text)
        guard length.contains(text.unicodeScalars.count) else {
            throw FieldProblem("Input should have \(length.lowerBound) to \(length.upperBound) characters", type: "string_length")
        }
        return text
    }
}
