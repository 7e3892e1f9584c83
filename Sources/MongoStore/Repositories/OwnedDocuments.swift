import Domain
import Foundation

/// What collections have in common whose documents belong to a person and go through a trash.
protocol OwnedDocuments: Sendable {
    var collection: MongoCollection { get }
}

extension OwnedDocuments {
    func count(ownerID: String) async throws -> Int {
        try await collection.count(["owner_id": .string(ownerID)])
    }

    func removeAll(ownerID: String) async throws -> Int {
        try await collection.deleteMany(["owner_id": .string(ownerID)])
    }
}
