import Domain
import Foundation

/// What collections have in common whose documents belong to a person and go through a trash.
protocol OwnedDocuments: Sendable {
    var collection: MongoCollection { get }
    /// Removes what goes along with the documents.
    func removeWhatBelongs(to ids: [String]) async throws
}

extension OwnedDocuments {
    func count(ownerID: String) async throws -> Int {
        try await collection.count(["owner_id": .string(ownerID)])
    }

    func removeAll(ownerID: String) async throws -> Int {
        try await removeInParts(["owner_id": .string(ownerID)])
    }

    /// A diagram has thousands of entries in the indexes of words: all at once would take longer than a command may.
    func removeInParts(_ filter: BSONDocument) async throws -> Int {
        var total = 0
        while true {
            let found = try await collection.find(filter, fields: ["_id": 1], limit: 20)
            let ids = try await collection.translatingErrors { try found.map { try $0.string("_id") } }
            if ids.isEmpty { return total }
            try Task.checkCancellation()
            try await removeWhatBelongs(to: ids)
            total += try await collection.deleteMany(filter + ["_id": ["$in": .array(ids.map(BSONValue.string))]])
            try await removeWhatBelongs(to: ids)
        }
    }
}
