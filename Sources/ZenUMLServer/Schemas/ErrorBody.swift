import Domain

/// The body of every answer that is an error.
struct ErrorBody: JSONWritable {
    /// For people.
    let detail: String
    /// For programs.
    let type: String
    /// What is wrong with which value, when values are.
    var errors: [FieldError] = []

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("detail", detail)
            if errors.isEmpty {
                json.field("error_type", type)
            } else {
                json.field("errors", errors)
            }
        }
    }
}
