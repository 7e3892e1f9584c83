import Domain
import Foundation

/// The collection `account_tokens`.
struct MongoAccountTokenRepository: AccountTokenRepository {
    let collection: MongoCollection

    func create(_ token: AccountToken) async throws {
        try await collection.insert(token.document)
    }

    func find(id: String, for purpose: AccountToken.Purpose, at now: Date) async throws -> AccountToken? {
        try await collection.find(Self.query(id, purpose, now), as: AccountToken.init(document:))
    }

    func take(id: String, for purpose: AccountToken.Purpose, at now: Date) async throws -> AccountToken? {
        // Two may find it; one removes it.
        guard let token = try await find(id: id, for: purpose, at: now) else { return nil }
        return try await collection.findAndRemove(Self.query(id, purpose, now)) ? token : nil
    }

    private static func query(_ id: String, _ purpose: AccountToken.Purpose, _ now: Date) -> BSONDocument {
        ["_id": .string(id), "purpose": .string(purpose.rawValue), "expires_at": ["$gt": .date(now)]]
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
