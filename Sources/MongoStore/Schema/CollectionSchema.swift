/// What a collection must be like.
struct CollectionSchema: Sendable {
    let name: String
    let indexes: [IndexSchema]
    /// A `$jsonSchema` that the server holds every document against.
    let validator: BSONDocument

    /// - Parameters:
    ///   - required: The fields that each document has, and their types as the server names them.
    ///   - optional: The fields that may also be null or missing.
    init(_ name: String, required: [(String, String)], optional: [(String, String)] = [], indexes: [IndexSchema] = []) {
        self.name = name
        self.indexes = indexes
        let properties = required.map { ($0.0, BSONValue.document(["bsonType": .string($0.1)])) }
        let nullable = optional.map { ($0.0, BSONValue.document(["bsonType": [.string($0.1), "null"]])) }
        validator = [
            "$jsonSchema": [
                "bsonType": "object",
                "required": .array(required.map { .string($0.0) }),
                "properties": .document(BSONDocument(properties + nullable)),
            ]
        ]
    }
}
