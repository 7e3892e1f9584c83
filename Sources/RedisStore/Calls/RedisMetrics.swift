import CoreMetrics

/// Whether Redis is there, how long it takes, and how often it fails.
final class RedisMetrics: Sendable {
    private struct Failure: Hashable {
        let use: RedisUse
        let reason: String

        func counter(_ factory: any MetricsFactory) -> Counter {
            Counter(label: "zenuml_redis_failures_total", dimensions: [("use", use.rawValue), ("reason", reason)], factory: factory)
        }
    }

    private let factory: any MetricsFactory
    private let timers: [RedisUse: Timer]
    private let failures: [Failure: Counter]

    init(factory: any MetricsFactory) {
        self.factory = factory
        timers = Dictionary(
            uniqueKeysWithValues: RedisUse.allCases.map { use in
                (use, Timer(label: "zenuml_redis_seconds", dimensions: [("use", use.rawValue)], factory: factory))
            })
        let all = RedisUse.allCases.flatMap { use in RedisError.reasons.map { Failure(use: use, reason: $0) } }
        failures = Dictionary(uniqueKeysWithValues: all.map { ($0, $0.counter(factory)) })
    }

    /// Whether a connection is asked and answers: a gauge of 1 or 0.
    func makeState(of connection: String) -> Meter {
        let meter = Meter(label: "zenuml_redis_up", dimensions: [("connection", connection)], factory: factory)
        meter.set(0)
        return meter
    }

    func answered(_ use: RedisUse, in duration: Duration) {
        let (seconds, attoseconds) = duration.components
        timers[use]?.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    func failed(_ use: RedisUse, _ error: RedisError) {
        failures[Failure(use: use, reason: error.reason)]?.increment()
    }
}
