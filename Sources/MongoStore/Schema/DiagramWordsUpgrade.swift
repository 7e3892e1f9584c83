/// Gives their words to diagrams that were kept when the server found them itself, by a text index that each save had to make anew
/// (13 ms for 50 kB, 3 ms now).
struct DiagramWordsUpgrade {
    private static let oldIndex = "words"
    private static let collection = Schema.diagrams.name

    let database: MongoDatabase

    /// The old index stands until all is done: so a start that was broken off is gone on with by the next.
    func run() async throws {
        let indexes = try await database.documents(MongoCommand(.other, ["listIndexes": .string(Self.collection)]))
        guard indexes.contains(where: { $0["name"] == .string(Self.oldIndex) }) else { return }
        while try await addMissingWords() > 0 {}
        try await dropOldIndex()
    }

    /// - Returns: How many diagrams were without.
    private func addMissingWords() async throws -> Int {
        let fields: BSONDocument = ["name": 1, "source": 1, "revision": 1]
        var (last, count) = ("", 0)
        while true {
            let without: BSONDocument = [
                "_id": ["$gt": .string(last)], "$or": [["name_words": nil], ["source_words": nil]],
            ]
            let diagrams = try await database.documents(.find(Self.collection, without, sort: ["_id": 1], fields: fields, limit: 20))
            guard let end = diagrams.last else { return count }
            for diagram in diagrams { try await addWords(to: diagram) }
            last = try end.string("_id")
            count += diagrams.count
        }
    }

    /// Does nothing where somebody has changed the diagram meanwhile; it comes again.
    private func addWords(to diagram: BSONDocument) async throws {
        let query: BSONDocument = ["_id": .string(try diagram.string("_id")), "revision": .int(try diagram.int("revision"))]
        let words: BSONDocument = [
            "name_words": .words(of: try diagram.string("name")), "source_words": .words(of: try diagram.string("source")),
        ]
        _ = try await database.run(.findAndUpdate(Self.collection, query, ["$set": .document(words)], fields: ["_id": 1]))
    }

    private func dropOldIndex() async throws {
        do {
            _ = try await database.run(
                MongoCommand(.write, ["dropIndexes": .string(Self.collection), "index": .string(Self.oldIndex)]))
        } catch let error as MongoError where error.code == MongoError.Code.indexNotFound {
            // Another server was quicker.
        } catch let error as MongoError {
            throw MongoError(
                code: error.code,
                message: "the index \(Self.collection).\(Self.oldIndex) of an earlier version can't be dropped: \(error.message)")
        }
    }
}
