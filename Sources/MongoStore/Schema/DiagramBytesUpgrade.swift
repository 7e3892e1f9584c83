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
        var last: String? = ""
        while let position = last { last = try await addMissing(after: position) }
        _ = try await database.run(.findAndUpdate(Schema.pings.name, Self.mark, ["$inc": ["counter": .int64(1)]], isUpsert: true))
    }

    /// Some at a time: servers of an earlier version go on beside it.
    /// - Returns: The id of the last one; `nil` when there are no more.
    private func addMissing(after last: String) async throws -> String? {
        let without: BSONDocument = ["_id": ["$gt": .string(last)], "source_bytes": nil]
        let found = try await database.documents(.find(Schema.diagrams.name, without, sort: ["_id": 1], fields: ["_id": 1], limit: 1000))
        let ids = try found.map { try $0.string("_id") }
        if ids.isEmpty { return nil }
        let some: BSONDocument = ["_id": ["$in": .array(ids.map(BSONValue.string))], "source_bytes": nil]
        _ = try await database.run(.updateMany(Schema.diagrams.name, some, stages: [["$set": .document(Self.bytes)]]))
        return ids.last
    }
}
