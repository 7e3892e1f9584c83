import Domain

@testable import RedisStore

/// One of the servers that share a Redis.
struct Peer {
    let client: RedisClient
    let limiter: RedisRateLimiter
    let metrics = RecordedMetrics()

    init(_ server: RedisTestServer, own: Int = .max, timeouts: RedisTimeouts = .patient, clock: WallClock = .system) {
        client = RedisClient(
            connector: server.connector, heartbeat: .milliseconds(100), timeouts: timeouts, clock: clock, random: .system, metrics: metrics,
            logger: .silent)
        limiter = client.limiter(around: LocalLimiter(own), secret: "secret")
    }

    /// Hands them to `body` when all are connected.
    static func with<Result>(_ peers: [Peer], _ body: () async throws -> Result) async throws -> Result {
        do {
            for peer in peers { try await Waiting.until("connected") { peer.client.isUp } }
            let result = try await body()
            for peer in peers { await peer.client.close() }
            return result
        } catch {
            for peer in peers { await peer.client.close() }
            throw error
        }
    }

    func take(_ key: RateLimitKey, _ limit: RateLimit) async throws -> RateLimitState {
        try await limiter.take(key, limit: limit)
    }

    func decisions(_ place: String) -> Double {
        ["sign-in", "default"].flatMap { policy in ["allowed", "refused"].map { (policy, $0) } }
            .map { metrics["zenuml_limit_decisions_total{policy=\($0.0),where=\(place),result=\($0.1)}"] }
            .reduce(0, +)
    }
}
