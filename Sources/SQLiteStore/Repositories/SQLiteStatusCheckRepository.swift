import Domain
import GRDB

/// The collection `status_checks` as a table.
struct SQLiteStatusCheckRepository: StatusCheckRepository {
    let database: SQLiteDatabase

    func create(_ statusCheck: StatusCheck) async throws {
        let statement = Statement(
            "INSERT INTO status_checks (id, client_name, timestamp) VALUES (?, ?, ?)",
            [statusCheck.id, statusCheck.clientName, statusCheck.timestamp.milliseconds]
        )
        try await database.writer.perform { try statement.insert(in: $0, keys: [("status_checks", .id)]) }
    }

    func findAll(limit: Int, after position: StatusCheckPosition?) async throws -> [StatusCheck] {
        let statement =
            if let position {
                Statement(
                    """
                    SELECT id, client_name, timestamp FROM status_checks
                    WHERE (timestamp, id) < (?, ?) ORDER BY timestamp DESC, id DESC LIMIT ?
                    """,
                    [position.timestamp.milliseconds, position.id, limit]
                )
            } else {
                Statement(
                    "SELECT id, client_name, timestamp FROM status_checks ORDER BY timestamp DESC, id DESC LIMIT ?",
                    [limit]
                )
            }
        return try await database.reader.perform { try statement.fetchAll(in: $0, StatusCheck.init(row:)) }
    }
}

extension StatusCheck {
    fileprivate init(row: Row) {
        self.init(id: row[0], clientName: row[1], timestamp: .init(milliseconds: row[2]))
    }
}
