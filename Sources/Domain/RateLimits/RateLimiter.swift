/// Counts requests against a limit. In memory for one server; several may share a database in its place.
public protocol RateLimiter: Sendable {
    /// Takes one request out of what `key` has left.
    /// - Returns: What is left then; exceeded when nothing was left.
    func take(_ key: RateLimitKey, limit: RateLimit) async throws -> RateLimitState
}
