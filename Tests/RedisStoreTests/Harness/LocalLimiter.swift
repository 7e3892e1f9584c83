import Domain
import Synchronization

/// A server's own limiter: it admits so many requests and no more, whoever makes them.
final class LocalLimiter: RateLimiter {
    private let left: Mutex<Int>

    init(_ count: Int = .max) {
        left = Mutex(count)
    }

    func take(_ key: RateLimitKey, limit: RateLimit) -> RateLimitState {
        let left = left.withLock { left in
            left -= left > -1 ? 1 : 0
            return left
        }
        return RateLimitState(
            policy: key.policy.rawValue, quota: limit.count, window: limit.window, remaining: max(0, left), retryAfter: left < 0 ? 7 : 0)
    }
}
