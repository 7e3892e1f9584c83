import Domain
import Foundation
import GRDB

/// The collection `sign_ins` as a table.
struct SQLiteSignInRepository: SignInRepository {
    let database: SQLiteDatabase

    func consume(id: String, expiresAt: Date) async throws -> Bool {
        let statement = Statement(
            "INSERT INTO sign_ins (id, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [id, expiresAt.milliseconds]
        )
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func removeExpired(before date: Date) async throws -> Int {
        let statement = Statement("DELETE FROM sign_ins WHERE expires_at < ?", [date.milliseconds])
        return try await database.writer.perform { try statement.run(in: $0) }
    }
}
