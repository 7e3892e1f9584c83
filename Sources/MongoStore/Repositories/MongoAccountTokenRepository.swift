import Domain
import Foundation

/// The collection `account_tokens`.
struct MongoAccountTokenRepository: AccountTokenRepository {
    let collection: MongoCollection

    func create(_ token: AccountToken) async throws {
        try await collection.insert(token.document)
    }

    func find(id: String, for purpose: AccountToken.Purpose, at now: Date) async throws -> AccountToken? {
        let query: BSONDocument = ["_id": .string(id), "purpose": .string(purpose.rawValue), "expires_at": ["$gt": .date(now)]]
        return try await collection.find(query, as: AccountToken.init(document:))
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
        [
            "_id": .string(id), "purpose": .string(purpose.rawValue), "user_id": .string(userID), "expires_at": .date(expiresAt),
            "email": .optional(email),
        ]
    }

    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"), purpose: try document.name("purpose", Purpose.self), userID: try document.string("user_id"),
            email: try document.optional("email", document.string), expiresAt: try document.date("expires_at"))
    }
}
