import Domain
import Foundation
import GRDB

/// The collection `removed_accounts` as a table.
struct SQLiteRemovedAccountRepository: RemovedAccountRepository {
    let database: SQLiteDatabase

    func note(userID: String, at time: Date) async throws {
        let statement = Statement(
            "INSERT INTO removed_accounts (id, removed_at) VALUES (?, ?) ON CONFLICT DO NOTHING", [userID, time.milliseconds])
        _ = try await database.writer.perform { try statement.run(in: $0) }
    }

    func findAll(limit: Int) async throws -> [(userID: String, removedAt: Date)] {
        let statement = Statement("SELECT id, removed_at FROM removed_accounts ORDER BY removed_at LIMIT ?", [limit])
        return try await database.reader.perform {
            try statement.fetchAll(in: $0) { (userID: $0[0] as String, removedAt: Date(milliseconds: $0[1] as Int64)) }
        }
    }

    func forget(userID: String) async throws {
        let statement = Statement("DELETE FROM removed_accounts WHERE id = ?", [userID])
        _ = try await database.writer.perform { try statement.run(in: $0) }
    }
}
