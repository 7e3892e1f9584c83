import Foundation

/// The jobs that wait for a database thread, in order of arrival.
///
/// `@unchecked Sendable`: every access to its state is made with `condition` locked.
final class SQLiteThreadQueue: @unchecked Sendable {
    private let limit: Int
    private let condition = NSCondition()
    private var jobs: [any AnySQLiteThreadJob] = []
    private var isClosed = false
    private var isFinished = false
    private var closers: [CheckedContinuation<Void, Never>] = []

    init(limit: Int) {
        self.limit = limit
    }

    /// - Returns: `false` when the queue is closed or full.
    func append(_ job: any AnySQLiteThreadJob) -> Bool {
        condition.withLock {
            guard !isClosed, jobs.count < limit else { return false }
            jobs.append(job)
            condition.signal()
            return true
        }
    }

    /// Blocks until there is work.
    /// - Returns: All the jobs that wait; `nil` once the queue is closed and empty.
    func next() -> [any AnySQLiteThreadJob]? {
        condition.withLock {
            while jobs.isEmpty {
                if isClosed { return nil }
                condition.wait()
            }
            defer { jobs = [] }
            return jobs
        }
    }

    /// Refuses further jobs and waits until those in hand are done.
    func close() async {
        await withCheckedContinuation { continuation in
            let isFinished = condition.withLock {
                isClosed = true
                condition.signal()
                if !self.isFinished { closers.append(continuation) }
                return self.isFinished
            }
            if isFinished { continuation.resume() }
        }
    }

    /// Called by the thread when it ends.
    func finished() {
        let waiting = condition.withLock {
            isFinished = true
            return closers
        }
        for closer in waiting { closer.resume() }
    }
}
