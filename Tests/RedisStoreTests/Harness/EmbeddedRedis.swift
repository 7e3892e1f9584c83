import NIOCore
import NIOEmbedded
import Synchronization

@testable import RedisStore

/// A connection whose time the test moves, and what has become of the commands that were given to it.
final class EmbeddedRedis {
    private struct Record {
        var outcomes: [String: Result<RESPValue, RedisError>] = [:]
        var messages: [String] = []
    }

    /// Shared with what runs on the event loop, which is this thread.
    private final class Records: Sendable {
        let record = Mutex(Record())
    }

    let loop = EmbeddedEventLoop()
    let channel: EmbeddedChannel
    private let handler: RedisChannelHandler
    private let records = Records()

    init() throws {
        let records = records
        handler = RedisChannelHandler { message in
            records.record.withLock { $0.messages.append("\(message.channel) \(message.text)") }
        }
        channel = EmbeddedChannel(handler: handler, loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    deinit {
        // An open channel must not be let go of, nor a loop with tasks.
        _ = try? channel.finish(acceptAlreadyClosed: true)
    }

    /// How many have been told anything.
    var outcomeCount: Int { records.record.withLock { $0.outcomes.count } }
    var messages: [String] { records.record.withLock { $0.messages } }

    subscript(name: String) -> Result<RESPValue, RedisError>? { records.record.withLock { $0.outcomes[name] } }

    func isAnswered(_ name: String, _ text: String) -> Bool {
        self[name] == .success(.simpleString(text))
    }

    func submit(_ name: String, within timeout: TimeAmount = .milliseconds(25)) {
        let records = records
        let call = RedisCall(command: RedisCommand("ECHO", name), timeout: timeout) { outcome in
            records.record.withLock { $0.outcomes[name] = outcome }
        }
        handler.submit(call)
        loop.run()
    }

    func receive(_ text: String) throws {
        try channel.writeInbound(ByteBuffer(string: text))
    }
}
