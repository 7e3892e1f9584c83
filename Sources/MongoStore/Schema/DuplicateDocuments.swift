import Domain

/// Finds the documents that stand in the way of a unique index.
struct DuplicateDocuments {
    private static let limit = 5

    let database: MongoDatabase

    /// - Returns: An error that names the documents, as far as they are few.
    func error(for index: IndexSchema, in collection: String) async throws -> StoreUnavailableError {
        let key = BSONDocument(index.key.map { ($0.field, .string("$\($0.field)")) })
        let groups = try await database.documents(
            MongoCommand(
                .read,
                [
                    "aggregate": .string(collection),
                    "pipeline": [
                        ["$group": ["_id": .document(key), "ids": ["$push": "$_id"], "count": ["$sum": 1]]],
                        ["$match": ["count": ["$gt": 1]]],
                        ["$limit": .int(Self.limit)],
                    ],
                    "cursor": [:],
                    "allowDiskUse": true,
                ]
            ))
        let fields = index.key.map(\.field).joined(separator: ", ")
        let names = groups.compactMap { group -> String? in
            guard case .array(let ids) = group["ids"] else { return nil }
            return ids.prefix(Self.limit).map(\.text).joined(separator: " and ")
        }
        return StoreUnavailableError(
            reason: "the index \(collection).\(index.name) can't be made: documents have the same \(fields): "
                + "\(names.joined(separator: "; ")); make them differ or remove all but one"
        )
    }
}

extension BSONValue {
    /// For people; ids are mostly texts or object ids.
    var text: String {
        switch self {
        case .string(let text): text
        case .objectID(let id): "ObjectId(\(id.bytes.hexadecimal))"
        case .int32(let number): String(number)
        case .int64(let number): String(number)
        default: "\(self)"
        }
    }
}
