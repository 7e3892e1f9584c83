import CoreMetrics
import Domain
import Synchronization

/// Asks Redis, measures it, and leaves it alone for a while when it doesn't answer.
final class RedisCalls: Sendable {
    private let connection: RedisConnection
    private let breaker: CircuitBreaker
    private let metrics: RedisMetrics
    private let state: Mutex<Meter>
    private let timeouts: RedisTimeouts

    init(connection: RedisConnection, timeouts: RedisTimeouts = RedisTimeouts(), clock: WallClock, metrics: RedisMetrics) {
        (self.connection, self.timeouts, self.metrics) = (connection, timeouts, metrics)
        breaker = CircuitBreaker(clock: clock)
        state = Mutex(metrics.makeState(of: "commands"))
    }

    /// Whether it is asked at this moment.
    var isUp: Bool { connection.channel != nil && breaker.isClosed }

    /// Begins to connect, and returns at once.
    func start() {
        connection.start(RedisConnection.Events(changed: { [self] in tellState() }))
    }

    func close() async {
        await connection.close()
    }

    /// - Returns: Anything but an error of Redis.
    /// - Throws: ``RedisError``, at once or when the time for this use is up.
    func send(_ command: RedisCommand, for use: RedisUse) async throws(RedisError) -> RESPValue {
        let timeout = timeouts[use]
        return try await ask(use) { (channel) throws(RedisError) in try await channel.send(command, within: timeout) }
    }

    /// Says something that nobody waits for. Without the breaker: limits that come late must not silence it.
    func tell(_ command: RedisCommand, for use: RedisUse) async {
        let start = ContinuousClock.now
        do throws(RedisError) {
            guard let channel = connection.channel else { throw .disconnected }
            let reply = try await channel.send(command, within: timeouts[use])
            if case .simpleError(let reason) = reply { throw .refused(reason) }
            metrics.answered(use, in: ContinuousClock.now - start)
        } catch {
            metrics.failed(use, error)
        }
    }

    /// Runs a script, which Redis has forgotten after a restart.
    func run(_ script: RedisScript, key: String, _ arguments: [String], for use: RedisUse) async throws(RedisError) -> RESPValue {
        let timeout = timeouts[use]
        return try await ask(use) { (channel) throws(RedisError) in
            let reply = try await channel.send(script.command(key: key, arguments), within: timeout)
            guard case .simpleError(let reason) = reply, reason.hasPrefix("NOSCRIPT") else { return reply }
            return try await channel.send(script.commandWithText(key: key, arguments), within: timeout)
        }
    }

    private func ask(
        _ use: RedisUse, _ body: (RedisChannel) async throws(RedisError) -> RESPValue
    ) async throws(RedisError) -> RESPValue {
        do throws(RedisError) {
            guard let channel = connection.channel else { throw .disconnected }
            guard let admission = breaker.admit() else { throw .circuitOpen }
            return try await attempt(use, admission) { () throws(RedisError) in try await body(channel) }
        } catch {
            metrics.failed(use, error)
            throw error
        }
    }

    private func attempt(
        _ use: RedisUse, _ admission: CircuitBreaker.Admission, _ body: () async throws(RedisError) -> RESPValue
    ) async throws(RedisError) -> RESPValue {
        let start = ContinuousClock.now
        do throws(RedisError) {
            let reply = try await body()
            if case .simpleError(let reason) = reply { throw .refused(reason) }
            breaker.succeeded(admission)
            metrics.answered(use, in: ContinuousClock.now - start)
            if case .probe = admission { tellState() }
            return reply
        } catch {
            breaker.failed(admission)
            tellState()
            throw error
        }
    }

    /// Call it after each change: who is last says what holds.
    private func tellState() {
        state.withLock { $0.set(isUp ? 1 : 0) }
    }
}
