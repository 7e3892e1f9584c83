public import Domain

/// What several servers share beside their database. Without it each counts and remembers alone.
public struct SharedMemory: Sendable {
    let limiter: @Sendable (_ own: any RateLimiter, _ secret: String) -> any RateLimiter
    let invalidation: any CacheInvalidation
    let isUp: @Sendable () -> Bool

    /// - Parameters:
    ///   - limiter: Makes a limiter that counts together with the others, around this server's own. The secret is the servers' key.
    ///   - isUp: Whether it answers at this moment.
    public init(
        limiter: @escaping @Sendable (_ own: any RateLimiter, _ secret: String) -> any RateLimiter, invalidation: any CacheInvalidation,
        isUp: @escaping @Sendable () -> Bool
    ) {
        self.limiter = limiter
        self.invalidation = invalidation
        self.isUp = isUp
    }
}
