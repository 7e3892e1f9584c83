import Domain
import Foundation
import Logging
import Metrics
import Synchronization
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Workers")
struct JobWorkerTests {
    /// Notes what it has done.
    private final class Handler: JobHandler {
        private let ids = Mutex<[String]>([])
        var done: [String] { ids.withLock { $0 } }

        func perform(_ job: Job) async throws { ids.withLock { $0.append(job.id) } }
    }

    /// Ends only when it is cancelled.
    private struct EndlessHandler: JobHandler {
        func perform(_ job: Job) async throws { try await Task.sleep(for: .seconds(3600)) }
    }

    /// Ends when it is told to, and takes no notice of being cancelled before.
    private final class GatedHandler: JobHandler {
        private let (beginnings, beginning) = AsyncStream<Void>.makeStream()
        private let (gates, gate) = AsyncStream<Void>.makeStream()

        func begun() async { for await _ in beginnings { return } }
        func open() { gate.yield() }

        func perform(_ job: Job) async throws {
            beginning.yield()
            for await _ in gates { return }
            try Task.checkCancellation()
        }
    }

    private static func worker(
        _ store: any Store, _ handler: any JobHandler, _ clock: TestClock, grace: Duration = .zero
    ) -> JobWorker {
        var worker = JobWorker(
            jobs: store.jobs, handlers: [.passwordResetMail: handler], count: 2, clock: clock.wallClock, random: .system,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, metrics: NOOPMetricsHandler.instance)
        worker.grace = grace
        return worker
    }

    private static func job(_ id: String, _ clock: TestClock, kind: String = JobKind.passwordResetMail.rawValue, attempts: Int = 0) -> Job {
        Job(id: id, kind: kind, payload: "{}", createdAt: clock.wallClock.now, runAt: clock.wallClock.now, attempts: attempts)
    }

    @Test func whatADeadWorkerHadIsTakenOver() async throws {
        try await StoreKind.underTest.withStore { store in
            let (clock, handler) = (TestClock(), Handler())
            _ = try await store.jobs.create(Self.job("a", clock))
            let now = clock.wallClock.now
            _ = try await store.jobs.claim(kinds: [JobKind.passwordResetMail.rawValue], lease: "dead", at: now, until: now + JobWorker.lease)
            let worker = Self.worker(store, handler, clock)
            #expect(try await !worker.performNext())
            clock.advance(JobWorker.lease)
            #expect(try await worker.performNext())
            #expect(handler.done == ["a"])
            #expect(try await store.jobs.findAll(limit: 9).isEmpty)
        }
    }

    @Test func whatKillsWorkersIsGivenUpAndTheOthersGoOn() async throws {
        try await StoreKind.underTest.withStore { store in
            let (clock, handler) = (TestClock(), Handler())
            _ = try await store.jobs.create(Self.job("poison", clock, attempts: JobBackoff.mostAttempts))
            _ = try await store.jobs.create(Self.job("other", clock))
            let worker = Self.worker(store, handler, clock)
            while try await worker.performNext() {}
            #expect(handler.done == ["other"])
            let left = try await store.jobs.findAll(limit: 9)
            #expect(left.map(\.id) == ["poison"] && left[0].failedAt != nil && left[0].lastError == "the server died over it")
        }
    }

    @Test func whatNobodyHereKnowsIsLeftToOthers() async throws {
        try await StoreKind.underTest.withStore { store in
            let (clock, handler) = (TestClock(), Handler())
            _ = try await store.jobs.create(Self.job("a", clock, kind: "of_the_future"))
            #expect(try await !Self.worker(store, handler, clock).performNext())
            #expect(try await store.jobs.findAll(limit: 9).first?.attempts == 0)
        }
    }

    @Test func eachIsDoneOnceByAllWorkersTogether() async throws {
        try await StoreKind.underTest.withStore { store in
            let (clock, handler) = (TestClock(), Handler())
            for number in 0..<40 { _ = try await store.jobs.create(Self.job("\(number)", clock)) }
            let worker = Self.worker(store, handler, clock)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { while try await worker.performNext() {} } }
                try await group.waitForAll()
            }
            #expect(handler.done.count == 40 && Set(handler.done).count == 40)
        }
    }

    /// A server that stops gives back what it is at work on: nobody waits for the end of its lease.
    @Test func whoseWorkIsCancelledGivesItBack() async throws {
        try await StoreKind.underTest.withStore { store in
            let clock = TestClock()
            _ = try await store.jobs.create(Self.job("a", clock))
            let work = Task { try await Self.worker(store, EndlessHandler(), clock).performNext() }
            while try await store.jobs.findAll(limit: 9).first?.lease == nil { await Task.yield() }
            work.cancel()
            _ = try await work.value
            let job = try #require(try await store.jobs.findAll(limit: 9).first)
            #expect(job.lease == nil && job.failedAt == nil && job.runAt == clock.wallClock.now && job.lastError == "the server stopped")
        }
    }

    /// A mail that is being taken at this moment is not sent once more.
    @Test func whatIsNearlyDoneIsDone() async throws {
        try await StoreKind.underTest.withStore { store in
            let (clock, handler) = (TestClock(), GatedHandler())
            _ = try await store.jobs.create(Self.job("a", clock))
            let worker = Self.worker(store, handler, clock, grace: .seconds(60))
            let work = Task { try await worker.performNext() }
            await handler.begun()
            work.cancel()
            handler.open()
            #expect(try await work.value)
            #expect(try await store.jobs.findAll(limit: 9).isEmpty)
        }
    }
}
