public import CoreMetrics
public import Domain
public import Logging

/// What servers share by a Redis: it makes them quicker, and lets them count together. None needs it: whatever becomes of it, they go on.
public final class RedisClient: Sendable {
    /// Whom the others tell what to forget.
    public let forgetting: RedisForgetting

    private let calls: RedisCalls
    private let clock: WallClock
    private let metrics: any MetricsFactory

    /// Begins to connect in the background, and returns at once.
    public convenience init(
        url: RedisURL, clock: WallClock = .system, random: RandomSource = .system, metrics: any MetricsFactory, logger: Logger
    ) {
        self.init(connector: RedisConnector(url: url), clock: clock, random: random, metrics: metrics, logger: logger)
    }

    init(
        connector: RedisConnector, heartbeat: Duration = .seconds(5), timeouts: RedisTimeouts = RedisTimeouts(), clock: WallClock,
        random: RandomSource, metrics: any MetricsFactory, logger: Logger
    ) {
        (self.clock, self.metrics) = (clock, metrics)
        let connection = { (use: String) in
            var logger = logger
            logger[metadataKey: "connection"] = .string(use)
            return RedisConnection(connector: connector, heartbeat: heartbeat, clock: clock, random: random, logger: logger)
        }
        let redisMetrics = RedisMetrics(factory: metrics)
        calls = RedisCalls(connection: connection("commands"), timeouts: timeouts, clock: clock, metrics: redisMetrics)
        forgetting = RedisForgetting(calls: calls, connection: connection("subscription"), metrics: redisMetrics)
        calls.start()
    }

    /// Whether Redis answers at this moment.
    public var isUp: Bool { calls.isUp }

    /// - Parameters:
    ///   - local: This server's own limiter, which is asked first, and alone when Redis is away.
    ///   - secret: The servers' key: without it nobody finds out of Redis whose requests were counted.
    public func limiter(around local: any RateLimiter, secret: String) -> RedisRateLimiter {
        RedisRateLimiter(
            around: local, calls: calls, names: LimitKeyNames(secret: secret), chunks: GrantedChunks(clock: clock),
            decisions: LimitDecisions(factory: metrics))
    }

    /// Ends the connections; there will be no others.
    public func close() async {
        await forgetting.close()
        await calls.close()
    }
}
