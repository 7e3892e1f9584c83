import Domain
import Foundation
import Synchronization

/// The generic cell rate algorithm (ITU-T I.371 annex A): one moment a key, the one at which the key will be as good as new.
final class MemoryRateLimiter: RateLimiter {
    /// Keys are dropped when they are as good as new; this bounds them in between.
    private static let keyLimit = 100_000

    private let clock: WallClock
    private let arrivals = Mutex<[RateLimitKey: Date]>([:])

    init(clock: WallClock) {
        self.clock = clock
    }

    /// How many keys are remembered.
    var keyCount: Int { arrivals.withLock { $0.count } }

    func take(_ key: RateLimitKey, limit: RateLimit) -> RateLimitState {
        let now = clock.now
        let interval = Double(limit.window) / Double(limit.count)
        let tolerance = Double(limit.window) - interval
        let excess: TimeInterval = arrivals.withLock { arrivals in
            if arrivals.count >= Self.keyLimit, arrivals[key] == nil { Self.makeRoom(in: &arrivals, at: now) }
            let expected = max(arrivals[key] ?? now, now)
            let ahead = expected.timeIntervalSince(now) - tolerance
            if ahead <= 0.000_5 { arrivals[key] = expected + interval }
            return ahead
        }
        let isExceeded = excess > 0.000_5
        return RateLimitState(
            policy: key.policy.rawValue,
            quota: limit.count,
            window: limit.window,
            remaining: isExceeded ? 0 : Int((-excess / interval + 0.000_5).rounded(.down)),
            retryAfter: isExceeded ? max(1, Int(excess.rounded(.up))) : 0
        )
    }

    /// Forgets the keys that are as good as new, and all of them in a flood of new ones: better than to run out of memory.
    private static func makeRoom(in arrivals: inout [RateLimitKey: Date], at now: Date) {
        arrivals = arrivals.filter { $0.value > now }
        if arrivals.count >= keyLimit { arrivals.removeAll() }
    }
}
