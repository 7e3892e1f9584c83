/// Diagrams of earlier versions learn how many bytes they have.
struct DiagramBytesUpgrade {
    /// Beside the document that the sign of life counts up: says that it was done.
    private static let mark: BSONDocument = ["_id": 3]
    private static let bytes: BSONDocument = [
        "source_bytes": ["$toLong": ["$strLenBytes": "$source"]], "layout_bytes": ["$toLong": ["$strLenBytes": "$layout"]],
    ]

    let database: MongoDatabase

    /// Once for a database.
    func run() async throws {
        guard try await database.documents(.find(Schema.pings.name, Self.mark, limit: 1)).isEmpty else { return }
        while try await addMissing() {}
        _ = try await database.run(.findAndUpdate(Schema.pings.name, Self.mark, ["$inc": ["counter": .int64(1)]], isUpsert: true))
    }

    /// Some at a time: servers of an earlier version go on beside it.
    /// - Returns: Whether there may be more.
    private func addMissing() async throws -> Bool {
        let without: BSONDocument = ["source_bytes": nil]
        let found = try await database.documents(.find(Schema.diagrams.name, without, fields: ["_id": 1], limit: 1000))
        let ids = try found.map { BSONValue.string(try $0.string("_id")) }
        if ids.isEmpty { return false }
        let some = without + ["_id": ["$in": .array(ids)]]
        _ = try await database.run(.updateMany(Schema.diagrams.name, some, stages: [["$set": .document(Self.bytes)]]))
        return true
    }
}
