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

    func update(_ user: User) async throws -> Bool {
        let changes: BSONDocument = [
            "name": .string(user.name), "picture": .optional(user.picture), "password_hash": .optional(user.passwordHash),
            "updated_at": .date(user.updatedAt),
        ]
        return try await collection.findAndUpdate(
            ["_id": .string(user.id)], ["$set": .document(changes)], fields: ["_id": 1]) != nil
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
            createdAt: try document.date("created_at"),
            updatedAt: try document.date("updated_at")
        )
    }
}
