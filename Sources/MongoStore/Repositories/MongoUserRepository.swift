import Domain
import Foundation

/// The collection `users`.
struct MongoUserRepository: UserRepository {
    let collection: MongoCollection

    func create(_ user: User) async throws {
        try await collection.insert(user.document, keys: [("email_unique", .email), ("identity_unique", .identity)])
    }

    func find(id: String) async throws -> User? {
        try await collection.find(["_id": .string(id)], as: User.init(document:))
    }

    func find(ids: [String]) async throws -> [User] {
        let documents = try await collection.find(["_id": ["$in": .array(ids.map(BSONValue.string))]], limit: max(ids.count, 1))
        return try await collection.translatingErrors { try documents.map(User.init(document:)) }
    }

    func findByEmail(_ email: String) async throws -> User? {
        try await collection.find(["email": .string(email)], as: User.init(document:))
    }

    func findByIdentity(_ identity: Identity) async throws -> User? {
        try await collection.find(
            ["issuer": .string(identity.issuer), "subject": .string(identity.subject)], as: User.init(document:))
    }

    func findAll(after email: String?, limit: Int) async throws -> [User] {
        // Every address is greater than the empty text.
        let documents = try await collection.find(["email": ["$gt": .string(email ?? "")]], sort: ["email": 1], limit: limit)
        return try await collection.translatingErrors { try documents.map(User.init(document:)) }
    }

    func change(_ change: UserChange) async throws -> User? {
        var values: BSONDocument = ["updated_at": .date(change.updatedAt)]
        for field in change.fields {
            switch field {
            case .name(let name): values.append("name", .string(name))
            case .picture(let picture): values.append("picture", .optional(picture))
            case .passwordHash(let hash): values.append("password_hash", .string(hash))
            case .disabledAt(let time): values.append("disabled_at", .optional(time))
            }
        }
        var query: BSONDocument = ["_id": .string(change.id)]
        if case .passwordHash(let hash) = change.condition { query.append("password_hash", .optional(hash)) }
        let document = try await collection.findAndUpdate(query, ["$set": .document(values)])
        return try await collection.translatingErrors { try document.map(User.init(document:)) }
    }

    func delete(id: String) async throws -> Bool {
        try await collection.findAndRemove(["_id": .string(id)])
    }
}

extension User {
    var document: BSONDocument {
        [
            "_id": .string(id),
            "issuer": .string(identity.issuer),
            "subject": .string(identity.subject),
            "email": .string(email),
            "name": .string(name),
            "picture": .optional(picture),
            "password_hash": .optional(passwordHash),
            "created_at": .date(createdAt),
            "updated_at": .date(updatedAt),
            "disabled_at": .optional(disabledAt),
        ]
    }

    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"),
            identity: Identity(issuer: try document.string("issuer"), subject: try document.string("subject")),
            email: try document.string("email"),
            name: try document.string("name"),
            picture: try document.optional("picture", document.string),
            passwordHash: try document.optional("password_hash", document.string),
            disabledAt: try document.optional("disabled_at", document.date),
            createdAt: try document.date("created_at"),
            updatedAt: try document.date("updated_at")
        )
    }
}
