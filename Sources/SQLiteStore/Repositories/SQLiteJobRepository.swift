import Domain
import Foundation
import GRDB

/// The collection `jobs` as a table.
struct SQLiteJobRepository: JobRepository {
    static let columns = "id, kind, payload, created_at, run_at, attempts, lease, failed_at, last_error"

    let database: SQLiteDatabase

    func create(_ job: Job) async throws -> Bool {
        try await change(
            """
            INSERT INTO jobs (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, payload = excluded.payload, created_at = excluded.created_at,
                run_at = excluded.run_at, attempts = excluded.attempts, lease = NULL, failed_at = NULL, last_error = NULL
            WHERE failed_at IS NOT NULL
            """, job.values)
    }

    func claim(kinds: [String], lease: String, at now: Date, until end: Date) async throws -> Job? {
        let statement = Statement(
            """
            UPDATE jobs SET lease = ?, run_at = ?, attempts = attempts + 1
            WHERE id = (
                SELECT id FROM jobs WHERE failed_at IS NULL AND run_at <= ? AND kind \(StoredJSON.isAmong) ORDER BY run_at LIMIT 1
            ) RETURNING \(Self.columns)
            """,
            [lease, end.milliseconds, now.milliseconds, try StoredJSON.text(kinds)])
        return try await database.writer.perform { try statement.fetchOne(in: $0, Job.init(row:)) }
    }

    func extend(id: String, lease: String, until end: Date) async throws -> Bool {
        try await change("UPDATE jobs SET run_at = ? WHERE id = ? AND lease = ?", [end.milliseconds, id, lease])
    }

    func finish(id: String, lease: String) async throws -> Bool {
        try await change("DELETE FROM jobs WHERE id = ? AND lease = ?", [id, lease])
    }

    func release(id: String, lease: String, _ failure: JobFailure) async throws -> Bool {
        let (runAt, failedAt): (Date?, Date?) =
            switch failure.consequence {
            case .again(let date): (date, nil)
            case .givenUp(let date): (nil, date)
            }
        return try await change(
            "UPDATE jobs SET lease = NULL, run_at = coalesce(?, run_at), failed_at = ?, last_error = ? WHERE id = ? AND lease = ?",
            [runAt?.milliseconds, failedAt?.milliseconds, failure.reason, id, lease])
    }

    func findAll(limit: Int) async throws -> [Job] {
        let statement = Statement("SELECT \(Self.columns) FROM jobs ORDER BY created_at, id LIMIT ?", [limit])
        return try await database.reader.perform { try statement.fetchAll(in: $0, Job.init(row:)) }
    }

    func backlog() async throws -> JobBacklog {
        let waiting = Statement("SELECT count(*), min(run_at) FROM jobs WHERE failed_at IS NULL")
        let failed = Statement("SELECT count(*) FROM jobs WHERE failed_at > 0")
        return try await database.reader.perform { database in
            let found = try waiting.fetchOne(in: database) { (count: $0[0] as Int, runAt: $0[1] as Int64?) }
            let given = try failed.fetchOne(in: database) { $0[0] as Int }
            return JobBacklog(
                waiting: found?.count ?? 0, failed: given ?? 0, oldestDue: found?.runAt.map(Date.init(milliseconds:)))
        }
    }

    func retry(id: String, at now: Date) async throws -> Bool {
        try await change(
            "UPDATE jobs SET failed_at = NULL, attempts = 0, run_at = ? WHERE id = ? AND lease IS NULL", [now.milliseconds, id])
    }

    func drop(id: String) async throws -> Bool {
        try await change("DELETE FROM jobs WHERE id = ?", [id])
    }

    func removeFailed(before date: Date) async throws -> Int {
        let statement = Statement("DELETE FROM jobs WHERE failed_at < ?", [date.milliseconds])
        return try await database.writer.perform { try statement.run(in: $0) }
    }

    private func change(_ sql: String, _ arguments: StatementArguments) async throws -> Bool {
        let statement = Statement(sql, arguments)
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }
}

extension Job {
    /// The columns of `jobs` in their order.
    fileprivate var values: StatementArguments {
        [id, kind, payload, createdAt.milliseconds, runAt.milliseconds, attempts, lease, failedAt?.milliseconds, lastError]
    }

    /// - Parameter row: The columns of `jobs` in their order.
    fileprivate init(row: Row) {
        let failedAt: Int64? = row[7]
        self.init(
            id: row[0], kind: row[1], payload: row[2], createdAt: Date(milliseconds: row[3]), runAt: Date(milliseconds: row[4]),
            attempts: row[5], lease: row[6], failedAt: failedAt.map(Date.init(milliseconds:)), lastError: row[8])
    }
}
