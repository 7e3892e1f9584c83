import Domain
import Foundation

/// The collection `users`.
struct MongoUserRepository: UserRepository {
    private static let keys: [(index: String, key: DuplicateKeyError.Key)] = [("email_unique", .email), ("identity_unique", .identity)]

    let collection: MongoCollection

    func create(_ user: User) async throws {
        try await collection.insert(user.document, keys: Self.keys)
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
        for field in change.fields { field.set(in: &values) }
        var query: BSONDocument = ["_id": .string(change.id)]
        change.condition.add(to: &query)
        let document = try await collection.findAndUpdate(query, ["$set": .document(values)], keys: Self.keys)
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
            "email_verified_at": .optional(emailVerifiedAt),
            "second_factor": .optional(secondFactor),
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
            emailVerifiedAt: try document.optional("email_verified_at", document.date),
            secondFactor: try document.optional("second_factor", document.document).map(SecondFactor.init(document:)),
            disabledAt: try document.optional("disabled_at", document.date),
            createdAt: try document.date("created_at"),
            updatedAt: try document.date("updated_at")
        )
    }
}

extension SecondFactor {
    /// The same one is always the same document, by which it is compared.
    fileprivate var document: BSONDocument {
        [
            "secret": .string(sealedSecret), "activated_at": .optional(activatedAt), "last_step": .int(lastStep),
            "recovery_codes": .array(recoveryCodes.map(BSONValue.string)), "failures": .int(failures),
        ]
    }

    fileprivate init(document: BSONDocument) throws {
        self.init(
            sealedSecret: try document.string("secret"), activatedAt: try document.optional("activated_at", document.date),
            lastStep: try document.int("last_step"), recoveryCodes: try document.strings("recovery_codes"), failures: try document.int("failures"))
    }
}

extension BSONValue {
    fileprivate static func optional(_ factor: SecondFactor?) -> BSONValue {
        factor.map { .document($0.document) } ?? .null
    }
}

extension UserChange.Condition {
    fileprivate func add(to query: inout BSONDocument) {
        switch self {
        case .none: break
        case .passwordHash(let hash): query.append("password_hash", .optional(hash))
        case .credentials(let hash, let email):
            query.append("password_hash", .optional(hash))
            query.append("email", .string(email))
        case .email(let email): query.append("email", .string(email))
        case .unverifiedEmail(let email):
            query.append("email", .string(email))
            query.append("email_verified_at", .null)
            query.append("issuer", .string(Identity.localIssuer))
        case .secondFactor(let factor): query.append("second_factor", .optional(factor))
        }
    }
}

extension UserChange.Field {
    fileprivate func set(in values: inout BSONDocument) {
        switch self {
        case .name(let name): values.append("name", .string(name))
        case .picture(let picture): values.append("picture", .optional(picture))
        case .passwordHash(let hash): values.append("password_hash", .optional(hash))
        case .disabledAt(let time): values.append("disabled_at", .optional(time))
        case .identity(let identity):
            values.append("issuer", .string(identity.issuer))
            values.append("subject", .string(identity.subject))
        case .email(let email): values.append("email", .string(email))
        case .emailVerifiedAt(let time): values.append("email_verified_at", .optional(time))
        case .secondFactor(let factor): values.append("second_factor", .optional(factor))
        }
    }
}
