import Domain
import Foundation

/// The collection `refresh_tokens`.
struct MongoRefreshTokenRepository: RefreshTokenRepository {
    let collection: MongoCollection

    func create(_ session: Session) async throws {
        try await collection.insert(session.document, keys: [("token_unique", .token)])
    }

    func find(id: String) async throws -> Session? {
        try await collection.find(["_id": .string(id)], as: Session.init(document:))
    }

    func findByToken(_ tokenHash: String) async throws -> Session? {
        try await collection.find(["token": .string(tokenHash)], as: Session.init(document:))
    }

    func rotate(_ rotation: SessionRotation) async throws -> Session? {
        let query: BSONDocument = [
            "token": .string(rotation.from),
            "is_revoked": false,
            "expires_at": ["$gt": .date(rotation.rotatedAt)],
            "last_used_at": ["$gte": .date(rotation.idleSince)],
        ]
        let changes: BSONDocument = [
            "token": .string(rotation.to),
            "rotated_at": .date(rotation.rotatedAt),
            "last_used_at": .date(rotation.rotatedAt),
            "user_agent": .string(rotation.client.userAgent),
            "ip": .string(rotation.client.ip),
        ]
        let document = try await collection.findAndUpdate(query, ["$set": .document(changes), "$inc": ["counter": .int64(1)]])
        return try await collection.translatingErrors { try document.map(Session.init(document:)) }
    }

    func confirm(id: String, userID: String, at now: Date) async throws -> Bool {
        let query: BSONDocument = ["_id": .string(id), "user_id": .string(userID), "is_revoked": false]
        return try await collection.findAndUpdate(query, ["$set": ["confirmed_at": .date(now)]], fields: ["_id": 1]) != nil
    }

    func revoke(id: String, userID: String) async throws -> Bool {
        let query: BSONDocument = ["_id": .string(id), "user_id": .string(userID), "is_revoked": false]
        return try await collection.findAndUpdate(query, ["$set": ["is_revoked": true]], fields: ["_id": 1]) != nil
    }

    func revokeAllForUser(_ userID: String, except kept: String?) async throws -> Int {
        var others: BSONDocument = ["user_id": .string(userID), "is_revoked": false]
        if let kept { others.append("_id", ["$ne": .string(kept)]) }
        return try await collection.updateMany(others, ["$set": ["is_revoked": true]])
    }

    func findAllForUser(_ userID: String, at now: Date, idleSince: Date, limit: Int) async throws -> [Session] {
        let filter: BSONDocument = [
            "user_id": .string(userID),
            "is_revoked": false,
            "expires_at": ["$gt": .date(now)],
            "last_used_at": ["$gte": .date(idleSince)],
        ]
        let documents = try await collection.find(filter, sort: ["created_at": -1, "_id": -1], limit: limit)
        return try await collection.translatingErrors { try documents.map(Session.init(document:)) }
    }

    func removeAll(userID: String) async throws {
        _ = try await collection.deleteMany(["user_id": .string(userID)])
    }

    func removeExpired(before date: Date) async throws -> Int {
        try await collection.deleteMany(["expires_at": ["$lt": .date(date)]])
    }
}

extension Session {
    var document: BSONDocument {
        [
            "_id": .string(id),
            "user_id": .string(userID),
            "email": .string(email),
            "token": .string(token.hash),
            "counter": .int(token.counter),
            "rotated_at": token.rotatedAt.map(BSONValue.date) ?? .null,
            "expires_at": .date(life.expiresAt),
            "is_revoked": .bool(life.isRevoked),
            "created_at": .date(life.createdAt),
            "last_used_at": .date(life.lastUsedAt),
            "user_agent": .string(client.userAgent),
            "ip": .string(client.ip),
            "confirmed_at": .date(life.confirmedAt),
        ]
    }

    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"),
            userID: try document.string("user_id"),
            email: try document.string("email"),
            token: Token(
                hash: try document.string("token"), counter: try document.int("counter"),
                rotatedAt: try document.optional("rotated_at", document.date)),
            life: Life(
                createdAt: try document.date("created_at"), lastUsedAt: try document.date("last_used_at"),
                expiresAt: try document.date("expires_at"), isRevoked: try document.bool("is_revoked"),
                confirmedAt: try document.optional("confirmed_at", document.date)),
            client: ClientDescription(userAgent: try document.string("user_agent"), ip: try document.string("ip"))
        )
    }
}
