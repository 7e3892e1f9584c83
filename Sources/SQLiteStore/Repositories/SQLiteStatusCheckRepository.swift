import Domain
import GRDB

/// The collection `status_checks` as a table.
struct SQLiteStatusCheckRepository: StatusCheckRepository {
    let database: SQLiteDatabase
    private let firstPage = FirstPageCache()

    init(database: SQLiteDatabase) {
        self.database = database
    }

    func create(_ statusCheck: StatusCheck) async throws {
        let statement = Statement(
            "INSERT INTO status_checks (id, client_name, timestamp) VALUES (?, ?, ?)",
            [statusCheck.id, statusCheck.clientName, statusCheck.timestamp.milliseconds]
        )
        try await database.writer.perform { try statement.insert(in: $0, keys: [("status_checks", .id)]) }
    }

    func findAll(limit: Int, after position: StatusCheckPosition?) async throws -> [StatusCheck] {
        if let position { return try await page(limit: limit, after: position) }
        let statement = Statement(
            "SELECT id, client_name, timestamp FROM status_checks ORDER BY timestamp DESC, id DESC LIMIT ?",
            [limit]
        )
        return try await database.reader.perform { [firstPage] database in
            try firstPage.rows(limit: limit, in: database) { try statement.fetchAll(in: database, StatusCheck.init(row:)) }
        }
    }

    private func page(limit: Int, after position: StatusCheckPosition) async throws -> [StatusCheck] {
        let statement = Statement(
            """
            SELECT id, client_name, timestamp FROM status_checks
            WHERE (timestamp, id) < (?, ?) ORDER BY timestamp DESC, id DESC LIMIT ?
            """,
            [position.timestamp.milliseconds, position.id, limit]
        )
        return try await database.reader.perform { try statement.fetchAll(in: $0, StatusCheck.init(row:)) }
    }
}

extension StatusCheck {
    /// - Parameter row: Id, client name and time.
    init(row: Row) {
        self.init(id: row[0], clientName: row[1], timestamp: .init(milliseconds: row[2]))
    }
}
