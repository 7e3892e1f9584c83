import Domain

/// The collection `status_checks`.
struct MongoStatusCheckRepository: StatusCheckRepository {
    let collection: MongoCollection

    func create(_ statusCheck: StatusCheck) async throws {
        try await collection.insert(statusCheck.document)
    }

    func findAll(limit: Int, after position: StatusCheckPosition?) async throws -> [StatusCheck] {
        let documents = try await collection.find(filter(after: position), sort: ["timestamp": -1, "_id": -1], limit: limit)
        return try await collection.translatingErrors { try documents.map(StatusCheck.init(document:)) }
    }

    /// The first condition says nothing that the second does not, but it is the one that the index can start from.
    private func filter(after position: StatusCheckPosition?) -> BSONDocument {
        guard let position else { return [:] }
        let time = BSONValue.date(position.timestamp)
        return [
            "timestamp": ["$lte": time],
            "$or": [["timestamp": ["$lt": time]], ["timestamp": time, "_id": ["$lt": .string(position.id)]]],
        ]
    }
}

extension StatusCheck {
    var document: BSONDocument {
        ["_id": .string(id), "client_name": .string(clientName), "timestamp": .date(timestamp)]
    }

    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"), clientName: try document.string("client_name"), timestamp: try document.date("timestamp"))
    }
}
