/// A command to the server (MongoDB manual, "Database Commands").
struct MongoCommand: Sendable {
    enum Kind: Sendable {
        /// Reads with the pool's read concern.
        case read
        /// Writes with the pool's write concern.
        case write
        /// Neither: questions about the server itself.
        case other
    }

    let kind: Kind
    let document: BSONDocument

    init(_ kind: Kind, _ document: BSONDocument) {
        self.kind = kind
        self.document = document
    }
}
