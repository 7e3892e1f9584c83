import CoreMetrics
public import Domain
import NIOCore

/// Tells all servers at once what has changed, so that none goes by what it remembers of it.
///
/// It makes things quicker and nothing else: messages that nobody is there to hear are lost, so what is remembered must end by itself, too.
public final class RedisForgetting: CacheInvalidation {
    private static let channel = "zenuml:forget"

    private let calls: RedisCalls
    private let connection: RedisConnection
    private let state: Meter

    init(calls: RedisCalls, connection: RedisConnection, metrics: RedisMetrics) {
        (self.calls, self.connection) = (calls, connection)
        state = metrics.makeState(of: "subscription")
    }

    /// Nobody waits for Redis: what is lost is forgotten by itself a moment later.
    public func publish(_ name: String) {
        Task { await send(name) }
    }

    /// Returns when Redis has it, or can't have it: at once while it is away.
    func send(_ name: String) async {
        await calls.tell(RedisCommand("PUBLISH", Self.channel, name), for: .forgetting)
    }

    /// Both are called on an event loop.
    public func listen(forget: @escaping @Sendable (String) -> Void, subscribed: @escaping @Sendable () -> Void) {
        let (connection, state) = (connection, state)
        connection.start(
            RedisConnection.Events(
                receiver: { message in if message.channel == Self.channel { forget(message.text) } },
                opened: { channel in
                    let reply = try await channel.send(RedisCommand("SUBSCRIBE", Self.channel), within: .seconds(1))
                    if case .simpleError(let reason) = reply { throw RedisError.refused(reason) }
                    subscribed()
                },
                changed: { state.set(connection.channel == nil ? 0 : 1) }))
    }

    func close() async {
        await connection.close()
    }
}
