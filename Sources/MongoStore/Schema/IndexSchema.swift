/// An index of a collection.
struct IndexSchema: Sendable, Equatable {
    let name: String
    /// Fields and their directions, 1 or -1.
    let key: [(field: String, direction: Int32)]
    var isUnique = false
    /// Documents go when the time in the field has passed.
    var isTimeToLive = false
    /// Fields whose words are found, and how much a find in each counts; they follow the key.
    var text: [(field: String, weight: Int32)] = []

    var document: BSONDocument {
        let fields = key.map { ($0.field, BSONValue.int32($0.direction)) } + text.map { ($0.field, "text") }
        var document: BSONDocument = ["name": .string(name), "key": .document(BSONDocument(fields))]
        if !text.isEmpty {
            document.append("weights", .document(BSONDocument(text.map { ($0.field, .int32($0.weight)) })))
            // Words of any language, none of them left out.
            document.append("default_language", "none")
            // No field of a document chooses its language.
            document.append("language_override", "-")
        }
        if isUnique { document.append("unique", true) }
        if isTimeToLive { document.append("expireAfterSeconds", 0) }
        return document
    }

    static func == (left: IndexSchema, right: IndexSchema) -> Bool {
        left.document == right.document
    }
}
