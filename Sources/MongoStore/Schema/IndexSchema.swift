/// An index of a collection.
struct IndexSchema: Sendable, Equatable {
    let name: String
    /// Fields and their directions, 1 or -1.
    let key: [(field: String, direction: Int32)]
    var isUnique = false
    /// Documents go when the time in the field has passed.
    var isTimeToLive = false

    var document: BSONDocument {
        let fields = key.map { ($0.field, BSONValue.int32($0.direction)) }
        var document: BSONDocument = ["name": .string(name), "key": .document(BSONDocument(fields))]
        if isUnique { document.append("unique", true) }
        if isTimeToLive { document.append("expireAfterSeconds", 0) }
        return document
    }

    static func == (left: IndexSchema, right: IndexSchema) -> Bool {
        left.document == right.document
    }
}
