import Domain
import Foundation

/// The collection `removed_accounts`.
struct MongoRemovedAccountRepository: RemovedAccountRepository {
    let collection: MongoCollection

    func note(userID: String, at time: Date) async throws {
        try await collection.insertNew([["_id": .string(userID), "removed_at": .date(time)]])
    }

    func findAll(limit: Int) async throws -> [(userID: String, removedAt: Date)] {
        let documents = try await collection.find([:], sort: ["removed_at": 1], limit: limit)
        return try await collection.translatingErrors {
            try documents.map { (userID: try $0.string("_id"), removedAt: try $0.date("removed_at")) }
        }
    }

    func forget(userID: String) async throws {
        _ = try await collection.findAndRemove(["_id": .string(userID)])
    }
}
