import Domain
import Foundation
import Logging
import NIOCore
import Synchronization

/// Keeps a connection to Redis: opens it in the background, and anew when it has ended. Nobody waits for it.
final class RedisConnection: Sendable {
    /// What happens on a connection, and who is told.
    struct Events: Sendable {
        /// Of what is published, where the connection subscribes.
        var receiver: RedisChannelHandler.MessageReceiver?
        /// Called with each new connection, before it is used.
        var opened: @Sendable (RedisChannel) async throws -> Void = { _ in }
        /// Called when the connection has come or gone.
        var changed: @Sendable () -> Void = {}
    }

    private struct State {
        var channel: RedisChannel?
        var task: Task<Void, Never>?
        var isClosed = false
        /// One line in the log for each time that Redis is away, however many attempts that are.
        var isFailureLogged = false
    }

    /// In seconds: a connection that has lasted so long was of use.
    private static let useful: TimeInterval = 5

    private let connector: RedisConnector
    /// How often it is looked whether Redis still answers: a peer that has vanished says so to nobody.
    private let heartbeat: Duration
    private let clock: WallClock
    private let random: RandomSource
    private let logger: Logger
    private let state = Mutex(State())

    init(connector: RedisConnector, heartbeat: Duration = .seconds(5), clock: WallClock, random: RandomSource, logger: Logger) {
        (self.connector, self.heartbeat) = (connector, heartbeat)
        (self.clock, self.random, self.logger) = (clock, random, logger)
    }

    /// The connection, if there is one at this moment.
    var channel: RedisChannel? { state.withLock { $0.channel } }

    /// Begins to connect, and returns at once. Call it once.
    func start(_ events: Events = Events()) {
        state.withLock { state in
            guard !state.isClosed, state.task == nil else { return }
            state.task = Task { await run(events) }
        }
    }

    /// Ends the connection; there will be no other.
    func close() async {
        let (channel, task) = state.withLock { state in
            state.isClosed = true
            return (state.channel, state.task)
        }
        task?.cancel()
        channel?.close()
        await channel?.closed()
    }

    private func run(_ events: Events) async {
        var failures = 0
        while !Task.isCancelled {
            failures = await connect(events) ? 0 : failures + 1
            try? await Task.sleep(for: ReconnectBackoff.pause(after: failures, random))
        }
    }

    /// Opens a connection, and returns when it has ended.
    /// - Returns: Whether it was of use for a while.
    private func connect(_ events: Events) async -> Bool {
        do {
            let channel = try await connector.connect(receiver: events.receiver)
            defer { channel.close() }
            try await events.opened(channel)
            guard begin(channel) else { return false }
            let start = clock.now
            events.changed()
            await keep(channel)
            end()
            events.changed()
            return clock.now.timeIntervalSince(start) >= Self.useful
        } catch {
            report(error)
            return false
        }
    }

    private func begin(_ channel: RedisChannel) -> Bool {
        let isWanted = state.withLock { state in
            guard !state.isClosed else { return false }
            state.channel = channel
            state.isFailureLogged = false
            return true
        }
        if isWanted { logger.notice("Connected to Redis") }
        return isWanted
    }

    private func end() {
        let isClosed = state.withLock { state in
            state.channel = nil
            return state.isClosed
        }
        if !isClosed { logger.warning("The connection to Redis has ended") }
    }

    private func report(_ error: any Error) {
        let isNew = state.withLock { state in
            defer { state.isFailureLogged = true }
            return !state.isFailureLogged && !state.isClosed
        }
        if isNew { logger.warning("Redis can't be reached; it is tried again until it can", metadata: ["reason": "\(error)"]) }
    }

    private func keep(_ channel: RedisChannel) async {
        await withTaskGroup { group in
            group.addTask { await channel.closed() }
            group.addTask { [heartbeat] in
                while (try? await Task.sleep(for: heartbeat)) != nil { _ = try? await channel.send(RedisCommand("PING"), within: .seconds(1)) }
            }
            await group.next()
            group.cancelAll()
        }
    }
}
