import Domain
import Foundation
import Logging
import Metrics
import ServiceLifecycle

/// Does what is in the queue, some jobs at a time, until the server stops.
struct JobWorker: Service {
    /// In seconds: for so long a job is kept from others by a server that says nothing more of it. More than clocks may differ.
    static let lease: TimeInterval = 60
    private static let extensionInterval = Duration.seconds(20)
    private static let pollInterval = Duration.seconds(1)
    private static let longestReason = 500

    let jobs: any JobRepository
    let handlers: [JobKind: any JobHandler]
    /// How many at a time.
    let count: Int
    let clock: WallClock
    let random: RandomSource
    let logger: Logger
    let metrics: any MetricsFactory
    /// How long a stop waits for what is being done.
    var grace = Duration.seconds(5)

    /// Whether it would never do anything.
    var isIdle: Bool { count == 0 }

    func run() async throws {
        // The others are there for what somebody waits for, a mail perhaps.
        let urgent = handlers.keys.filter { !$0.isHousekeeping }
        await withTaskGroup { group in
            for number in 0..<count {
                let kinds = number == 0 ? Array(handlers.keys) : urgent
                group.addTask { await repeatUntilShutdown(pause: Self.pollInterval) { await performAll(kinds) } }
            }
        }
    }

    private func performAll(_ kinds: [JobKind]) async {
        do {
            while try await performNext(kinds), !Task.isCancelled {}
        } catch {
            logger.warning("The queue of jobs can't be asked", metadata: ["reason": "\(error)"])
        }
    }

    /// - Parameter kinds: All that can be done, by default.
    /// - Returns: Whether one was due.
    func performNext(_ kinds: [JobKind]? = nil) async throws -> Bool {
        let names = (kinds ?? Array(handlers.keys)).map(\.rawValue).sorted()
        let now = clock.now
        let lease = random.uuid()
        guard let job = try await jobs.claim(kinds: names, lease: lease, at: now, until: now + Self.lease) else {
            return false
        }
        do {
            try await perform(job, lease)
            // Also where the server is just stopping: what is done is not to be done once more.
            _ = try await Task { try await jobs.finish(id: job.id, lease: lease) }.value
            count(job, "done")
        } catch {
            await release(job, lease, error)
        }
        return true
    }

    /// Keeps the lease while the handler is at work.
    private func perform(_ job: Job, _ lease: String) async throws {
        // Whoever had it last did not come to an end with it.
        guard job.attempts <= JobBackoff.mostAttempts else { throw JobRefusal(description: job.lastError ?? "the server died over it") }
        guard let kind = JobKind(rawValue: job.kind), let handler = handlers[kind] else {
            throw JobRefusal(description: "nobody here knows jobs of the kind \(job.kind)")
        }
        let renewal = Task { await keep(job, lease) }
        defer { renewal.cancel() }
        try await finishing { try await handler.perform(job) }
    }

    /// Work that is cancelled has a few seconds to come to its end: a mail is being taken at this moment, perhaps.
    private func finishing(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task { try await work() }
        try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            Task {
                try? await Task.sleep(for: grace)
                task.cancel()
            }
        }
    }

    private func keep(_ job: Job, _ lease: String) async {
        while (try? await Task.sleep(for: Self.extensionInterval)) != nil {
            // A store that is away for a moment is no reason to stop.
            _ = try? await jobs.extend(id: job.id, lease: lease, until: clock.now + Self.lease)
        }
    }

    private func release(_ job: Job, _ lease: String, _ error: any Error) async {
        let failure = failure(of: job, error)
        let isOver = if case .givenUp = failure.consequence { true } else { false }
        logger.log(
            level: isOver ? .error : .warning, isOver ? "A job has been given up" : "A job will be tried again",
            metadata: ["kind": "\(job.kind)", "attempt": "\(job.attempts)", "reason": "\(failure.reason)"])
        count(job, isOver ? "failed" : "again")
        do {
            // Also where the server is just stopping, and its tasks are cancelled.
            _ = try await Task { try await jobs.release(id: job.id, lease: lease, failure) }.value
        } catch {
            logger.warning("A job can't be given back; others will take it over in a minute", metadata: ["reason": "\(error)"])
        }
    }

    private func failure(of job: Job, _ error: any Error) -> JobFailure {
        let now = clock.now
        if error is CancellationError { return JobFailure(reason: "the server stopped", .again(at: now)) }
        let reason = String("\(error)".prefix(Self.longestReason))
        guard !(error is JobRefusal), let pause = JobBackoff.pause(after: job.attempts, random) else {
            return JobFailure(reason: reason, .givenUp(at: now))
        }
        return JobFailure(reason: reason, .again(at: now + pause))
    }

    private func count(_ job: Job, _ outcome: String) {
        let kind = JobKind(rawValue: job.kind)?.rawValue ?? "unknown"
        Counter(label: "zenuml_jobs_total", dimensions: [("kind", kind), ("outcome", outcome)], factory: metrics).increment()
    }
}
