import Domain

/// A collection, and how its failures are told to those above.
struct MongoCollection: Sendable {
    let name: String
    let database: MongoDatabase

    init(_ schema: CollectionSchema, _ database: MongoDatabase) {
        name = schema.name
        self.database = database
    }

    /// - Parameter keys: The unique indexes of the collection, besides the one of `_id`.
    /// - Throws: ``DuplicateKeyError``, ``StoreUnavailableError``.
    func insert(_ document: BSONDocument, keys: [(index: String, key: DuplicateKeyError.Key)] = []) async throws {
        try await translatingErrors {
            try await namingDuplicate(of: keys) { try await database.insert(document, into: name) }
        }
    }

    private func namingDuplicate<Value>(
        of keys: [(index: String, key: DuplicateKeyError.Key)], _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch let error as MongoError where error.code == MongoError.Code.duplicateKey {
            // The driver hands on no more than the server's words: `… index: email_unique dup key: …`.
            if let duplicate = keys.first(where: { error.message.contains(" index: \($0.index) ") }) {
                throw DuplicateKeyError(key: duplicate.key)
            }
            // An index that nobody here knows is no repeated id.
            guard error.message.contains(" index: _id_ ") else { throw error }
            throw DuplicateKeyError(key: .id)
        }
    }

    /// Inserts those whose `_id` is not taken.
    func insertNew(_ documents: [BSONDocument]) async throws {
        guard !documents.isEmpty else { return }
        try await translatingErrors { try await database.insertNew(documents, into: name) }
    }

    func find(
        _ filter: BSONDocument, sort: BSONDocument = [:], fields: BSONDocument = [:], skip: Int = 0, limit: Int
    ) async throws -> [BSONDocument] {
        try await translatingErrors {
            try await database.documents(.find(name, filter, sort: sort, fields: fields, skip: skip, limit: limit))
        }
    }

    func rows<Row>(
        _ filter: BSONDocument, sort: BSONDocument, limit: Int, _ read: (inout BSONReader) throws -> Row
    ) async throws -> [Row] {
        try await translatingErrors { try await database.rows(.find(name, filter, sort: sort, limit: limit), read) }
    }

    /// - Parameter limit: More documents than the pipeline can give.
    func aggregate(_ pipeline: [BSONDocument], limit: Int) async throws -> [BSONDocument] {
        try await translatingErrors { try await database.documents(.aggregate(name, pipeline, limit: limit)) }
    }

    func count(_ filter: BSONDocument) async throws -> Int {
        let counted = try await aggregate([["$match": .document(filter)], ["$count": "count"]], limit: 2)
        return try await translatingErrors { try counted.first?.int("count") ?? 0 }
    }

    func find<Value>(
        _ filter: BSONDocument, fields: BSONDocument = [:], as decode: (BSONDocument) throws -> Value
    ) async throws -> Value? {
        try await translatingErrors {
            try await database.documents(.find(name, filter, fields: fields, limit: 1)).first.map(decode)
        }
    }

    /// - Parameter keys: The unique indexes of the collection whose fields it changes.
    /// - Returns: The document after the change; `nil` when there is none like `query`.
    /// - Throws: ``DuplicateKeyError``, ``StoreUnavailableError``.
    func findAndUpdate(
        _ query: BSONDocument, _ update: BSONDocument, sort: BSONDocument? = nil, fields: BSONDocument? = nil,
        keys: [(index: String, key: DuplicateKeyError.Key)] = []
    ) async throws -> BSONDocument? {
        try await translatingErrors {
            try await namingDuplicate(of: keys) { try await changed(.findAndUpdate(name, query, update, sort: sort, fields: fields)) }
        }
    }

    /// - Returns: Whether there was a document like `query`.
    func findAndRemove(_ query: BSONDocument) async throws -> Bool {
        try await translatingErrors {
            try await changed(.findAndRemove(name, query)) != nil
        }
    }

    /// - Returns: The number of documents changed.
    func updateMany(_ query: BSONDocument, _ update: BSONDocument) async throws -> Int {
        try await translatingErrors {
            try await database.run(.updateMany(name, query, update)).int("nModified")
        }
    }

    /// - Returns: The number of documents removed.
    func deleteMany(_ query: BSONDocument) async throws -> Int {
        try await translatingErrors {
            try await database.run(.deleteMany(name, query)).int("n")
        }
    }

    func translatingErrors<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch {
            throw StoreUnavailableError.translating(error)
        }
    }

    private func changed(_ command: MongoCommand) async throws -> BSONDocument? {
        let reply = try await database.run(command)
        return try reply.optional("value", reply.document)
    }
}
