import Domain
import Foundation

/// Whether this server should be sent requests: its parts answer and it is not about to stop.
actor ReadinessService {
    /// A result is given again for so long: a balancer's questions should cost the database little, least of all when it is sick.
    private static let lifetime: TimeInterval = 1
    private static let timeout = Duration.seconds(2)

    private let store: any Store
    /// `nil` without Redis.
    private let isRedisUp: (@Sendable () -> Bool)?
    private let clock: WallClock
    nonisolated let draining = DrainState()
    private var last: (part: Readiness.Part, until: Date)?
    private var asking: Task<Readiness.Part, Never>?

    init(store: any Store, isRedisUp: (@Sendable () -> Bool)? = nil, clock: WallClock) {
        self.store = store
        self.isRedisUp = isRedisUp
        self.clock = clock
    }

    func check() async -> Readiness {
        let redis = isRedisUp.map { Readiness.Part(name: "redis", state: $0() ? .up : .degraded, latency: .zero) }
        return Readiness(isDraining: draining.isDraining, parts: [await database()] + (redis.map { [$0] } ?? []))
    }

    /// Whoever asks while the database is being asked waits for that answer.
    private func database() async -> Readiness.Part {
        if let last, last.until > clock.now { return last.part }
        let task = asking ?? Task { await ask() }
        asking = task
        return await task.value
    }

    private func ask() async -> Readiness.Part {
        let start = ContinuousClock.now
        let answered = await ping()
        let part = Readiness.Part(name: "database", state: answered ? .up : .down, latency: ContinuousClock.now - start)
        last = (part, clock.now + Self.lifetime)
        asking = nil
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
