import Domain
import Foundation
import TestSupport
import Testing

@Suite("JobRepository")
struct JobRepositoryTests {
    private static let now = Samples.time

    @Test(arguments: StoreKind.allCases)
    func whatThereIsIsCounted(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let jobs = store.jobs
            #expect(try await jobs.backlog() == JobBacklog(waiting: 0, failed: 0, oldestDue: nil))
            for (id, delay) in [("late", 5.0), ("first", -9), ("second", -3)] { _ = try await jobs.create(Samples.job(id, dueIn: delay)) }
            let oldest = Samples.job("first", dueIn: -9).runAt
            #expect(try await jobs.backlog() == JobBacklog(waiting: 3, failed: 0, oldestDue: oldest))
            _ = try await jobs.claim(kinds: ["mail"], lease: "a", at: Self.now, until: Self.now + 60)
            #expect(try await jobs.release(id: "first", lease: "a", JobFailure(reason: "r", .givenUp(at: Self.now))))
            let next = Samples.job("second", dueIn: -3).runAt
            #expect(try await jobs.backlog() == JobBacklog(waiting: 2, failed: 1, oldestDue: next))
        }
    }

    @Test(arguments: StoreKind.allCases)
    func thereIsOneOfANameAndTheOldestIsTakenFirst(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let jobs = store.jobs
            for (id, delay) in [("late", 5.0), ("first", -9), ("second", -3)] {
                let isNew = try await jobs.create(Samples.job(id, dueIn: delay))
                #expect(isNew)
            }
            #expect(try await !jobs.create(Samples.job("first", dueIn: 99)), "there is one")
            #expect(try await jobs.claim(kinds: ["other"], lease: "x", at: Self.now, until: Self.now + 60) == nil)
            var first = Samples.job("first", dueIn: 60)
            (first.attempts, first.lease) = (1, "a")
            #expect(try await jobs.claim(kinds: ["mail"], lease: "a", at: Self.now, until: Self.now + 60) == first)
            #expect(try await jobs.claim(kinds: ["mail"], lease: "b", at: Self.now, until: Self.now + 60)?.id == "second")
            #expect(try await jobs.claim(kinds: ["mail"], lease: "c", at: Self.now, until: Self.now + 60) == nil)
            #expect(Set(try await jobs.findAll(limit: 9).map(\.id)) == ["first", "late", "second"])
            #expect(try await jobs.findAll(limit: 1).count == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whoHasLostALeaseEndsNothing(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let jobs = store.jobs
            _ = try await jobs.create(Samples.job("j"))
            _ = try await jobs.claim(kinds: ["mail"], lease: "a", at: Self.now, until: Self.now + 60)
            #expect(try await jobs.extend(id: "j", lease: "a", until: Self.now + 90))
            #expect(try await jobs.claim(kinds: ["mail"], lease: "b", at: Self.now + 89, until: Self.now + 200) == nil)
            #expect(try await jobs.claim(kinds: ["mail"], lease: "b", at: Self.now + 90, until: Self.now + 200)?.attempts == 2)
            #expect(try await !jobs.extend(id: "j", lease: "a", until: Self.now + 999))
            #expect(try await !jobs.finish(id: "j", lease: "a"))
            #expect(try await !jobs.release(id: "j", lease: "a", JobFailure(reason: "x", .again(at: Self.now))))
            #expect(try await jobs.finish(id: "j", lease: "b"))
            #expect(try await jobs.findAll(limit: 9).isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whatFailsIsTriedAgainOrGivenUp(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let jobs = store.jobs
            _ = try await jobs.create(Samples.job("j"))
            _ = try await jobs.claim(kinds: ["mail"], lease: "a", at: Self.now, until: Self.now + 60)
            #expect(try await jobs.release(id: "j", lease: "a", JobFailure(reason: "no host", .again(at: Self.now + 10))))
            var job = try #require(try await jobs.findAll(limit: 9).first)
            #expect(job.lastError == "no host" && job.lease == nil && job.runAt == Self.now + 10 && job.attempts == 1)
            #expect(try await jobs.claim(kinds: ["mail"], lease: "b", at: Self.now + 9, until: Self.now + 60) == nil)
            #expect(try await jobs.claim(kinds: ["mail"], lease: "b", at: Self.now + 10, until: Self.now + 70)?.attempts == 2)
            #expect(try await !jobs.retry(id: "j", at: Self.now), "somebody works on it")
            #expect(try await jobs.release(id: "j", lease: "b", JobFailure(reason: "never", .givenUp(at: Self.now + 20))))
            #expect(try await jobs.claim(kinds: ["mail"], lease: "c", at: Self.now + 999, until: Self.now + 9999) == nil)
            job = try #require(try await jobs.findAll(limit: 9).first)
            #expect(job.failedAt == Self.now + 20 && job.lastError == "never")
            // Whoever asks once more is not refused because of what was given up.
            #expect(try await jobs.create(Samples.job("j")))
            #expect(try await jobs.findAll(limit: 9) == [Samples.job("j")])
            #expect(try await !jobs.create(Samples.job("j")))
            _ = try await jobs.claim(kinds: ["mail"], lease: "b", at: Self.now, until: Self.now + 60)
            _ = try await jobs.release(id: "j", lease: "b", JobFailure(reason: "never", .givenUp(at: Self.now + 20)))
            #expect(try await jobs.retry(id: "j", at: Self.now + 30))
            #expect(try await jobs.claim(kinds: ["mail"], lease: "d", at: Self.now + 30, until: Self.now + 90)?.attempts == 1)
            #expect(try await jobs.drop(id: "j"))
            #expect(try await !jobs.drop(id: "j"))
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whatWasGivenUpLongAgoGoes(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for id in ["old", "new", "due"] { _ = try await store.jobs.create(Samples.job(id)) }
            for age in [9.0, 1] {
                let job = try #require(try await store.jobs.claim(kinds: ["mail"], lease: "a", at: Self.now, until: Self.now + 60))
                _ = try await store.jobs.release(id: job.id, lease: "a", JobFailure(reason: "r", .givenUp(at: Self.now - age)))
            }
            #expect(try await store.jobs.removeFailed(before: Self.now - 5) == 1)
            #expect(try await store.jobs.findAll(limit: 9).count == 2)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func ofManyWorkersOneTakesIt(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for number in 0..<5 { _ = try await store.jobs.create(Samples.job("\(number)")) }
            let taken = try await withThrowingTaskGroup(of: String?.self) { group in
                for worker in 0..<20 {
                    group.addTask { try await store.jobs.claim(kinds: ["mail"], lease: "\(worker)", at: Self.now, until: Self.now + 60)?.id }
                }
                return try await group.reduce(into: []) { $0.append($1) }.compactMap { $0 }
            }
            #expect(taken.sorted() == ["0", "1", "2", "3", "4"])
        }
    }
}
