import Domain
import Foundation

/// The collection `account_tokens`.
struct MongoAccountTokenRepository: AccountTokenRepository {
    let collection: MongoCollection

    func create(_ token: AccountToken) async throws {
        try await collection.insert(token.document)
    }

    func take(id: String, for purpose: AccountToken.Purpose, at now: Date) async throws -> AccountToken? {
        let query: BSONDocument = ["_id": .string(id), "purpose": .string(purpose.rawValue), "expires_at": ["$gt": .date(now)]]
        // Two may find it; one removes it.
        guard let token = try await collection.find(query, as: AccountToken.init(document:)) else { return nil }
        return try await collection.findAndRemove(query) ? token : nil
    }

    func removeAll(userID: String) async throws {
        _ = try await collection.deleteMany(["user_id": .string(userID)])
    }

    func removeExpired(before date: Date) async throws -> Int {
        try await collection.deleteMany(["expires_at": ["$lt": .date(date)]])
    }
}

extension AccountToken {
    var document: BSONDocument {
        ["_id": .string(id), "purpose": .string(purpose.rawValue), "user_id": .string(userID), "expires_at": .date(expiresAt)]
    }

    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"), purpose: try document.name("purpose", Purpose.self), userID: try document.string("user_id"),
            expiresAt: try document.date("expires_at"))
    }
}
