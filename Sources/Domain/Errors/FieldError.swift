/// What is wrong with one value of a request.
public struct FieldError: Error, Sendable, Equatable {
    /// Where the value stands: `["body", "email"]`, `["query", "limit"]`.
    public let location: [String]
    /// What is expected, in a sentence.
    public let message: String
    /// A stable name for programs: `missing`, `string_type`, `value_error`, ….
    public let type: String

    public init(location: [String], message: String, type: String) {
        self.location = location
        self.message = message
        self.type = type
    }
}
