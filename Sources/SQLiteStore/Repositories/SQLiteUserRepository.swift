import Domain
import Foundation
import GRDB

/// The collection `users` as a table.
struct SQLiteUserRepository: UserRepository {
    static let columns =
        "id, issuer, subject, email, name, picture, password_hash, created_at, updated_at, disabled_at, email_verified_at, second_factor"

    static let keys: [(columns: String, key: DuplicateKeyError.Key)] = [
        ("users.issuer", .identity), ("users.email", .email), ("users.id", .id),
    ]

    let database: SQLiteDatabase

    func create(_ user: User) async throws {
        let statement = Statement("INSERT INTO users (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", try user.values)
        try await database.writer.perform { database in
            try statement.insert(in: database, keys: Self.keys)
        }
    }

    func find(id: String) async throws -> User? {
        try await findOne(where: "id = ?", [id])
    }

    func find(ids: [String]) async throws -> [User] {
        let statement = Statement("SELECT \(Self.columns) FROM users WHERE id \(StoredJSON.isAmong)", [try StoredJSON.text(ids)])
        return try await database.reader.perform { try statement.fetchAll(in: $0, User.init(row:)) }
    }

    func findByEmail(_ email: String) async throws -> User? {
        try await findOne(where: "email = ?", [email])
    }

    func findByIdentity(_ identity: Identity) async throws -> User? {
        try await findOne(where: "issuer = ? AND subject = ?", [identity.issuer, identity.subject])
    }

    func findAll(after email: String?, limit: Int) async throws -> [User] {
        // Every address is greater than the empty text.
        let statement = Statement("SELECT \(Self.columns) FROM users WHERE email > ? ORDER BY email LIMIT ?", [email ?? "", limit])
        return try await database.reader.perform { try statement.fetchAll(in: $0, User.init(row:)) }
    }

    func change(_ change: UserChange) async throws -> User? {
        let columns = try change.fields.flatMap { try $0.columns }
        let assignments = columns.map { "\($0.name) = ?, " }.joined()
        let values = columns.reduce(into: StatementArguments()) { $0 += [$1.value] }
        let statement = Statement(
            "UPDATE users SET \(assignments)updated_at = ? WHERE id = ?\(change.condition.sql) RETURNING \(Self.columns)",
            try values + [change.updatedAt.milliseconds, change.id] + change.condition.arguments)
        return try await database.writer.perform { database in
            try statement.namingDuplicate(of: Self.keys) { try statement.fetchOne(in: database, User.init(row:)) }
        }
    }

    func delete(id: String) async throws -> Bool {
        let statement = Statement("DELETE FROM users WHERE id = ?", [id])
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    private func findOne(where condition: String, _ arguments: StatementArguments) async throws -> User? {
        let statement = Statement("SELECT \(Self.columns) FROM users WHERE \(condition)", arguments)
        return try await database.reader.perform { try statement.fetchOne(in: $0, User.init(row:)) }
    }
}

extension User {
    /// The columns of `users` in their order.
    var values: StatementArguments {
        get throws {
            [
                id, identity.issuer, identity.subject, email, name, picture, passwordHash, createdAt.milliseconds, updatedAt.milliseconds,
                disabledAt?.milliseconds, emailVerifiedAt?.milliseconds, try StoredSecondFactor.text(secondFactor),
            ]
        }
    }

    /// - Parameter row: The columns of `users` in their order.
    init(row: Row) throws {
        let (disabledAt, emailVerifiedAt, secondFactor): (Int64?, Int64?, String?) = (row[9], row[10], row[11])
        self.init(
            id: row[0],
            identity: Identity(issuer: row[1], subject: row[2]),
            email: row[3],
            name: row[4],
            picture: row[5],
            passwordHash: row[6],
            emailVerifiedAt: emailVerifiedAt.map(Date.init(milliseconds:)),
            secondFactor: try secondFactor.map(StoredSecondFactor.secondFactor),
            disabledAt: disabledAt.map(Date.init(milliseconds:)),
            createdAt: .init(milliseconds: row[7]),
            updatedAt: .init(milliseconds: row[8])
        )
    }
}

extension UserChange.Condition {
    fileprivate var sql: String {
        switch self {
        case .none: ""
        case .passwordHash: " AND password_hash IS ?"
        case .credentials: " AND password_hash IS ? AND email = ?"
        case .email: " AND email = ?"
        case .unverifiedEmail: " AND email = ? AND email_verified_at IS NULL AND issuer = ?"
        case .secondFactor: " AND second_factor IS ?"
        }
    }

    fileprivate var arguments: StatementArguments {
        get throws {
            switch self {
            case .none: []
            case .passwordHash(let hash): [hash]
            case .credentials(let hash, let email): [hash, email]
            case .email(let email): [email]
            case .unverifiedEmail(let email): [email, Identity.localIssuer]
            case .secondFactor(let factor): [try StoredSecondFactor.text(factor)]
            }
        }
    }
}

extension UserChange.Field {
    fileprivate var columns: [(name: String, value: (any DatabaseValueConvertible)?)] {
        get throws {
            switch self {
            case .name(let name): [("name", name)]
            case .picture(let picture): [("picture", picture)]
            case .passwordHash(let hash): [("password_hash", hash)]
            case .disabledAt(let time): [("disabled_at", time?.milliseconds)]
            case .identity(let identity): [("issuer", identity.issuer), ("subject", identity.subject)]
            case .email(let email): [("email", email)]
            case .emailVerifiedAt(let time): [("email_verified_at", time?.milliseconds)]
            case .secondFactor(let factor): [("second_factor", try StoredSecondFactor.text(factor))]
            }
        }
    }
}
