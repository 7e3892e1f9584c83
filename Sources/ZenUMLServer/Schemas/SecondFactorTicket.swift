/// The answer to a sign-in that needs a code besides.
struct SecondFactorTicket: JSONWritable {
    let ticket: String

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("detail", "Enter a code of your authenticator app")
            json.field("error_type", "second_factor_required")
            json.field("ticket", ticket)
        }
    }
}
