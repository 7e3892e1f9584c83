import Domain
import Foundation

/// The collection `status_checks`.
struct MongoStatusCheckRepository: StatusCheckRepository {
    let collection: MongoCollection

    func create(_ statusCheck: StatusCheck) async throws {
        try await collection.insert(statusCheck.document)
    }

    func findAll(limit: Int, after position: StatusCheckPosition?) async throws -> [StatusCheck] {
        try await collection.rows(filter(after: position), sort: ["timestamp": -1, "_id": -1], limit: limit, StatusCheck.init(row:))
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

    /// The same, for lists.
    init(row reader: inout BSONReader) throws {
        var (id, clientName, timestamp): (String?, String?, Int64?) = (nil, nil, nil)
        try reader.fields { (reader, name) throws in
            if name.isText("_id") {
                id = try reader.string()
            } else if name.isText("client_name") {
                clientName = try reader.string()
            } else if name.isText("timestamp") {
                timestamp = try reader.date()
            }
        }
        guard let id else { throw BSONError.field("_id") }
        guard let clientName else { throw BSONError.field("client_name") }
        guard let timestamp else { throw BSONError.field("timestamp") }
        self.init(id: id, clientName: clientName, timestamp: Date(milliseconds: timestamp))
    }
}
