import Domain

/// The rate limits of this server, and who counts.
struct RateLimiting: Sendable {
    let limits: RateLimits
    let limiter: any RateLimiter

    /// - Returns: What is left; `nil` when the policy is off.
    /// - Throws: ``DomainError/rateLimited(_:)`` when nothing is left.
    @discardableResult
    func take(_ policy: RateLimitPolicy, _ subject: RateLimitKey.Subject) async throws -> RateLimitState? {
        guard let limit = limits[policy] else { return nil }
        let state = try await limiter.take(RateLimitKey(policy: policy, subject: subject), limit: limit)
        if state.isExceeded { throw DomainError.rateLimited(state) }
        return state
    }
}
