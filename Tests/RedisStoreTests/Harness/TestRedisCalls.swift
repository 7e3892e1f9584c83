import Domain
import Logging
import TestSupport

@testable import RedisStore

/// A connection with a clock that stands still, and metrics to be looked at.
struct TestRedisCalls {
    let calls: RedisCalls
    let connection: RedisConnection
    let metrics = RecordedMetrics()
    let clock = TestClock()

    /// - Parameter timeouts: With patience, where it is not the time that is tested: the machine may be busy.
    init(_ url: String, heartbeat: Duration = .seconds(5), timeouts: RedisTimeouts = .patient) throws {
        guard let url = RedisURL(url) else { throw WrongURL() }
        connection = RedisConnection(
            connector: RedisConnector(url: url), heartbeat: heartbeat, clock: clock.wallClock, random: .system, logger: .silent)
        calls = RedisCalls(
            connection: connection, timeouts: timeouts, clock: clock.wallClock, metrics: RedisMetrics(factory: metrics))
    }

    struct WrongURL: Error {}

    /// Hands calls to `body` as soon as they can be made, and ends the connection.
    static func with<Result>(
        _ url: String, heartbeat: Duration = .seconds(5), timeouts: RedisTimeouts = .patient, _ body: (TestRedisCalls) async throws -> Result
    ) async throws -> Result {
        let test = try TestRedisCalls(url, heartbeat: heartbeat, timeouts: timeouts)
        test.calls.start()
        do {
            try await Waiting.until("connected") { test.calls.isUp }
            let result = try await body(test)
            await test.calls.close()
            return result
        } catch {
            await test.calls.close()
            throw error
        }
    }

    func failures(_ reason: String, _ use: RedisUse = .limits) -> Double {
        metrics["zenuml_redis_failures_total{use=\(use.rawValue),reason=\(reason)}"]
    }
}
