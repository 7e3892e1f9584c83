import Domain
import Foundation
import GRDB

/// A thread that owns one connection and works off what has queued up, a batch at each wake-up.
///
/// GRDB's calls block, so they must never run on Swift's cooperative threads: two kinds of waiting for the same connection can
/// starve each other for good. Here the waiting is done by suspended tasks, and the blocking by this thread alone. A batch of
/// writes is one transaction, so that many requests share one `fsync`.
final class SQLiteThread: Sendable {
    enum Mode: Sendable {
        case read, write
    }

    /// Beyond this many waiting jobs new ones are refused at once: they could not be served in time.
    private static let queueLimit = 10_000

    private let mode: Mode
    private let queue = SQLiteThreadQueue(limit: queueLimit)

    init(name: String, mode: Mode, connection: sending DatabaseConnection) {
        self.mode = mode
        let owned = UncheckedTransfer(connection)
        let thread = Thread { [self] in run(owned.value) }
        thread.name = name
        thread.start()
    }

    /// Runs `body` on this thread. On a writing thread `body` must be a single statement or a savepoint: it shares its transaction with
    /// others, and these are what is undone by itself when it fails.
    func perform<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let job = SQLiteThreadJob(body: body, continuation: continuation)
            if !queue.append(job) {
                job.fail(StoreUnavailableError(reason: "The database is closed or has too much waiting for it"))
            }
        }
    }

    /// Runs statements of which either all count or none.
    func performTogether(_ statements: [Statement]) async throws {
        try await perform { database in
            try database.inSavepoint {
                for statement in statements { _ = try statement.run(in: database) }
                return .commit
            }
        }
    }

    /// Lets the waiting jobs finish and ends the thread.
    func close() async {
        await queue.close()
    }

    private func run(_ connection: DatabaseConnection) {
        while let batch = queue.next() {
            do {
                let database = try connection.queue()
                try database.writeWithoutTransaction { try execute(batch, in: $0) }
                for job in batch { job.finish() }
            } catch {
                for job in batch { job.fail(error) }
            }
        }
        connection.close()
        queue.finished()
    }

    private func execute(_ batch: [any AnySQLiteThreadJob], in database: Database) throws {
        guard mode == .write else {
            for job in batch { _ = job.run(in: database) }
            return
        }
        try database.inTransaction(.immediate) {
            for job in batch {
                let error = job.run(in: database)
                // A full disk or a failed write makes SQLite roll back the whole transaction, not just the statement.
                guard database.isInsideTransaction else {
                    throw error ?? StoreUnavailableError(reason: "SQLite rolled the transaction back")
                }
            }
            return .commit
        }
    }
}
