import Domain
import Foundation
import Synchronization

/// Whether this server should be sent requests: its parts answer and it is not about to stop.
final class ReadinessService: Sendable {
    /// A result is given again for so long: a balancer's questions should cost the database little.
    private static let lifetime: TimeInterval = 1
    private static let timeout = Duration.seconds(2)

    private let store: any Store
    private let clock: WallClock
    private let draining = Atomic(false)
    private let last = Mutex<(part: ReadinessPart, until: Date)?>(nil)

    init(store: any Store, clock: WallClock) {
        self.store = store
        self.clock = clock
    }

    /// From now on the server is not ready.
    func startDraining() {
        draining.store(true, ordering: .relaxed)
    }

    func check() async -> Readiness {
        Readiness(isDraining: draining.load(ordering: .relaxed), parts: [await database()])
    }

    private func database() async -> ReadinessPart {
        let now = clock.now
        if let last = last.withLock({ $0 }), last.until > now { return last.part }
        let start = ContinuousClock.now
        let answered = await ping()
        let part = ReadinessPart(name: "database", isUp: answered, latency: ContinuousClock.now - start)
        last.withLock { $0 = (part, now + Self.lifetime) }
        return part
    }

    /// Answers in time even when the store does not: it can't be made to give up.
    private func ping() async -> Bool {
        let (answers, continuation) = AsyncStream<Bool>.makeStream()
        let ping = Task { [store] in continuation.yield((try? await store.ping()) != nil) }
        let timeout = Task {
            try? await Task.sleep(for: Self.timeout)
            continuation.yield(false)
        }
        defer {
            ping.cancel()
            timeout.cancel()
        }
        return await answers.first { _ in true } ?? false
    }
}
