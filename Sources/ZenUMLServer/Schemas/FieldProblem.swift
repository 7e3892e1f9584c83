/// What is wrong with a value, before it is known where the value stands.
struct FieldProblem: Error, Equatable {
    let message: String
    let type: String

    static let missing = FieldProblem("Field required", type: "missing")

    init(_ message: String, type: String = "value_error") {
        self.message = message
        self.type = type
    }
}
