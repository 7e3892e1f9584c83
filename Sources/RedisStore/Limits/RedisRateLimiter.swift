public import Domain

/// Counts against the rate limits together with all servers that share a Redis.
///
/// This server's own limiter is asked first, each time: what it alone refuses is refused, and it knows everybody when Redis is away. Then
/// its answer counts: never is nothing limited, and nothing fails for want of Redis.
public final class RedisRateLimiter: RateLimiter {
    /// What is guessed at, or goes to other people's mailboxes, is counted one by one.
    private static let exactPolicies: Set<RateLimitPolicy> = [.signIn, .refresh, .mail]
    /// Of requests a minute: where so many are allowed, each need not be asked for.
    private static let chunkedRate = 300

    private let local: any RateLimiter
    private let calls: RedisCalls
    private let names: LimitKeyNames
    private let chunks: GrantedChunks
    private let decisions: LimitDecisions

    init(around local: any RateLimiter, calls: RedisCalls, names: LimitKeyNames, chunks: GrantedChunks, decisions: LimitDecisions) {
        (self.local, self.calls, self.names) = (local, calls, names)
        (self.chunks, self.decisions) = (chunks, decisions)
    }

    /// - Throws: Only what this server's own limiter throws.
    public func take(_ key: RateLimitKey, limit: RateLimit) async throws -> RateLimitState {
        let own = try await local.take(key, limit: limit)
        guard !own.isExceeded, let grant = await grant(key, limit) else {
            decisions.count(key.policy, .memory, isAllowed: !own.isExceeded)
            return own
        }
        let state = Self.state(own, grant, limit)
        decisions.count(key.policy, .redis, isAllowed: !state.isExceeded)
        return state
    }

    /// - Returns: `nil` when Redis has not answered.
    private func grant(_ key: RateLimitKey, _ limit: RateLimit) async -> LimitGrant? {
        let size = Self.chunkSize(key.policy, limit)
        guard size > 1 else { return await ask(key, limit, wanted: 1) }
        return await chunks.take(key, size: size) { await self.ask(key, limit, wanted: $0) }
    }

    private func ask(_ key: RateLimitKey, _ limit: RateLimit, wanted: Int) async -> LimitGrant? {
        let arguments = [limit.count, limit.window, wanted].map(String.init)
        let reply = try? await calls.run(LimitScript.take, key: names.name(of: key), arguments, for: .limits)
        return reply.flatMap { LimitGrant($0, wanted: wanted, of: limit) }
    }

    /// So many at a time that what a server doesn't spend makes the limit stricter by a hundredth.
    static func chunkSize(_ policy: RateLimitPolicy, _ limit: RateLimit) -> Int {
        guard !exactPolicies.contains(policy), limit.count * 60 >= chunkedRate * limit.window else { return 1 }
        return max(1, limit.count / 100)
    }

    private static func state(_ own: RateLimitState, _ grant: LimitGrant, _ limit: RateLimit) -> RateLimitState {
        guard grant.taken == 0 else { return own.with(remaining: min(own.remaining, grant.left), retryAfter: 0) }
        // The request has been taken here, so this server, too, may have none left for so long.
        let ownWait = own.remaining > 0 ? 0 : Double(limit.window) / Double(limit.count)
        let wait = min(max(grant.wait, ownWait), Double(limit.window))
        return own.with(remaining: 0, retryAfter: max(1, Int(wait.rounded(.up))))
    }
}

extension RateLimitState {
    fileprivate func with(remaining: Int, retryAfter: Int) -> RateLimitState {
        RateLimitState(policy: policy, quota: quota, window: window, remaining: remaining, retryAfter: retryAfter)
    }
}
