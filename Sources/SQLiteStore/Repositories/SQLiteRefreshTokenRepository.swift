import Domain
import Foundation
import GRDB

/// The collection `refresh_tokens` as a table.
struct SQLiteRefreshTokenRepository: RefreshTokenRepository {
    static let columns =
        "id, user_id, email, token, counter, rotated_at, expires_at, is_revoked, created_at, last_used_at, user_agent, ip, confirmed_at"

    static let keys: [(columns: String, key: DuplicateKeyError.Key)] = [("refresh_tokens.token", .token), ("refresh_tokens.id", .id)]

    let database: SQLiteDatabase

    func create(_ session: Session) async throws {
        let statement = Statement(
            "INSERT INTO refresh_tokens (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            session.values
        )
        try await database.writer.perform { database in
            try statement.insert(in: database, keys: Self.keys)
        }
    }

    func find(id: String) async throws -> Session? {
        let statement = Statement("SELECT \(Self.columns) FROM refresh_tokens WHERE id = ?", [id])
        return try await database.reader.perform { try statement.fetchOne(in: $0, Session.init(row:)) }
    }

    func findByToken(_ tokenHash: String) async throws -> Session? {
        let statement = Statement("SELECT \(Self.columns) FROM refresh_tokens WHERE token = ?", [tokenHash])
        return try await database.reader.perform { try statement.fetchOne(in: $0, Session.init(row:)) }
    }

    func rotate(_ rotation: SessionRotation) async throws -> Session? {
        let statement = Statement(
            """
            UPDATE refresh_tokens
            SET token = ?, counter = counter + 1, rotated_at = ?, last_used_at = ?, user_agent = ?, ip = ?
            WHERE token = ? AND is_revoked = 0 AND expires_at > ? AND last_used_at >= ?
            RETURNING \(Self.columns)
            """,
            [
                rotation.to, rotation.rotatedAt.milliseconds, rotation.rotatedAt.milliseconds, rotation.client.userAgent,
                rotation.client.ip, rotation.from, rotation.rotatedAt.milliseconds, rotation.idleSince.milliseconds,
            ]
        )
        return try await database.writer.perform { try statement.fetchOne(in: $0, Session.init(row:)) }
    }

    func confirm(id: String, userID: String, at now: Date) async throws -> Bool {
        let statement = Statement(
            "UPDATE refresh_tokens SET confirmed_at = ? WHERE id = ? AND user_id = ? AND is_revoked = 0", [now.milliseconds, id, userID])
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func revoke(id: String, userID: String) async throws -> Bool {
        let statement = Statement(
            "UPDATE refresh_tokens SET is_revoked = 1 WHERE id = ? AND user_id = ? AND is_revoked = 0",
            [id, userID]
        )
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func revokeAllForUser(_ userID: String, except kept: String?) async throws -> Int {
        let statement = Statement(
            "UPDATE refresh_tokens SET is_revoked = 1 WHERE user_id = ? AND is_revoked = 0 AND id IS NOT ?", [userID, kept])
        return try await database.writer.perform { try statement.run(in: $0) }
    }

    func findAllForUser(_ userID: String, at now: Date, idleSince: Date, limit: Int) async throws -> [Session] {
        let statement = Statement(
            """
            SELECT \(Self.columns) FROM refresh_tokens
            WHERE user_id = ? AND is_revoked = 0 AND expires_at > ? AND last_used_at >= ?
            ORDER BY created_at DESC, id DESC LIMIT ?
            """,
            [userID, now.milliseconds, idleSince.milliseconds, limit]
        )
        return try await database.reader.perform { try statement.fetchAll(in: $0, Session.init(row:)) }
    }

    func removeAll(userID: String) async throws {
        let statement = Statement("DELETE FROM refresh_tokens WHERE user_id = ?", [userID])
        _ = try await database.writer.perform { try statement.run(in: $0) }
    }

    func removeExpired(before date: Date) async throws -> Int {
        let statement = Statement("DELETE FROM refresh_tokens WHERE expires_at < ?", [date.milliseconds])
        return try await database.writer.perform { try statement.run(in: $0) }
    }
}

extension Session {
    /// The columns of `refresh_tokens` in their order.
    var values: StatementArguments {
        [
            id, userID, email, token.hash, token.counter, token.rotatedAt?.milliseconds, life.expiresAt.milliseconds, life.isRevoked,
            life.createdAt.milliseconds, life.lastUsedAt.milliseconds, client.userAgent, client.ip,
            life.confirmedAt.milliseconds,
        ]
    }

    /// - Parameter row: The columns of `refresh_tokens` in their order.
    init(row: Row) {
        let (rotatedAt, confirmedAt): (Int64?, Int64?) = (row[5], row[12])
        self.init(
            id: row[0],
            userID: row[1],
            email: row[2],
            token: Token(hash: row[3], counter: row[4], rotatedAt: rotatedAt.map(Date.init(milliseconds:))),
            life: Life(
                createdAt: .init(milliseconds: row[8]), lastUsedAt: .init(milliseconds: row[9]), expiresAt: .init(milliseconds: row[6]),
                isRevoked: row[7], confirmedAt: confirmedAt.map(Date.init(milliseconds:))),
            client: ClientDescription(userAgent: row[10], ip: row[11])
        )
    }
}
