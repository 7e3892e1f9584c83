import Domain
import Foundation
import GRDB

/// The collection `account_tokens` as a table.
struct SQLiteAccountTokenRepository: AccountTokenRepository {
    static let columns = "id, purpose, user_id, expires_at, email"

    let database: SQLiteDatabase

    func create(_ token: AccountToken) async throws {
        let statement = Statement("INSERT INTO account_tokens (\(Self.columns)) VALUES (?, ?, ?, ?, ?)", token.values)
        try await database.writer.perform { try statement.insert(in: $0, keys: [("account_tokens", .id)]) }
    }

    func find(id: String, for purpose: AccountToken.Purpose, at now: Date) async throws -> AccountToken? {
        let statement = Statement(
            "SELECT \(Self.columns) FROM account_tokens WHERE id = ? AND purpose = ? AND expires_at > ?",
            [id, purpose.rawValue, now.milliseconds])
        return try await database.reader.perform { try statement.fetchOne(in: $0, AccountToken.init(row:)) }
    }

    func removeAll(userID: String) async throws {
        let statement = Statement("DELETE FROM account_tokens WHERE user_id = ?", [userID])
        _ = try await database.writer.perform { try statement.run(in: $0) }
    }

    func removeExpired(before date: Date) async throws -> Int {
        let statement = Statement("DELETE FROM account_tokens WHERE expires_at < ?", [date.milliseconds])
        return try await database.writer.perform { try statement.run(in: $0) }
    }
}

extension AccountToken {
    /// The columns of `account_tokens` in their order.
    var values: StatementArguments { [id, purpose.rawValue, userID, expiresAt.milliseconds, email] }

    /// - Parameter row: The columns of `account_tokens` in their order.
    init(row: Row) throws {
        self.init(id: row[0], purpose: try Purpose(stored: row[1]), userID: row[2], email: row[4], expiresAt: Date(milliseconds: row[3]))
    }
}
