/// The second half of a sign-in.
struct SecondFactorSignIn: RequestBody {
    static let ticketLength = 1...2048

    let ticket: String
    let code: String

    init(fields: inout FieldReader) {
        ticket = fields.string("ticket") { (text) throws(FieldProblem) in
            guard Self.ticketLength.contains(text.unicodeScalars.count) else { throw FieldProblem("Input should be the ticket of a sign-in") }
            return text
        }
        code = fields.string("code", check: SecondFactorCode.check)
    }
}
