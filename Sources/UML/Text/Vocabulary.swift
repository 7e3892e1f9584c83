/// What a client has to know of a notation and of its editing.
struct Vocabulary {
    /// The words that mean something by themselves.
    var keywords: [String] = []
    var annotations: [String] = []
    /// Each command with its fields, in the order in which they are written, blanks between them.
    var commands: [(name: String, fields: StaticString)] = []
}
