import Domain
import GRDB

/// A piece of work waiting for a database thread, and the task that waits for its result.
///
/// The result is handed over only when the batch that the job ran in is durable, so an answer never speaks of a write that a
/// power cut could still undo.
final class SQLiteThreadJob<Value: Sendable>: AnySQLiteThreadJob {
    private let body: (Database) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private var result: Result<Value, any Error>?

    init(body: @escaping (Database) throws -> Value, continuation: CheckedContinuation<Value, any Error>) {
        self.body = body
        self.continuation = continuation
    }

    func run(in database: Database) -> (any Error)? {
        let result = Result { try body(database) }
        self.result = result
        guard case .failure(let error) = result else { return nil }
        return error
    }

    func finish() {
        guard let result else { return fail(StoreUnavailableError(reason: "The database thread skipped the work")) }
        continuation.resume(with: result.mapError(StoreUnavailableError.translating))
    }

    func fail(_ error: any Error) {
        continuation.resume(throwing: StoreUnavailableError.translating(error))
    }
}
