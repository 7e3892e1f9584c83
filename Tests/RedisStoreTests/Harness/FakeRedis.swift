import NIOCore
import NIOPosix
import Synchronization

@testable import RedisStore

/// A Redis that answers as a test tells it to, on a real socket.
final class FakeRedis: Sendable {
    enum Reaction {
        case reply(RESPValue)
        /// These bytes, whatever they are.
        case bytes(String)
        /// These bytes, and the end of the connection.
        case cut(String)
        case silence
    }

    /// Says how it reacts to a command; `nil` where it is as usual.
    typealias Script = @Sendable (_ words: [String]) -> Reaction?

    private struct State {
        var commands: [[String]] = []
        var channels: [any Channel] = []
        var connectionCount = 0
        var firstBytes: [UInt8] = []
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let redis: FakeRedis
        private var decoder = RESPDecoder()

        init(redis: FakeRedis) {
            self.redis = redis
        }

        func channelActive(context: ChannelHandlerContext) {
            redis.add(context.channel)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = unwrapInboundIn(data)
            redis.note(bytes)
            decoder.append(bytes)
            do {
                while let command = try decoder.next() {
                    guard case .array(let words) = command else { return context.close(promise: nil) }
                    react(redis.reaction(to: words.map(Self.text)), context)
                }
            } catch {
                context.close(promise: nil)
            }
        }

        private func react(_ reaction: Reaction, _ context: ChannelHandlerContext) {
            var buffer = context.channel.allocator.buffer(capacity: 64)
            switch reaction {
            case .reply(let value): RESPEncoder.write(value, to: &buffer)
            case .bytes(let text), .cut(let text): buffer.writeString(text)
            case .silence: return
            }
            context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
            if case .cut = reaction { context.close(promise: nil) }
        }

        private static func text(_ word: RESPValue) -> String {
            if case .bulkString(let bytes) = word { String(decoding: bytes, as: UTF8.self) } else { "" }
        }
    }

    private let script: Script
    private let state = Mutex(State())

    private init(script: @escaping Script) {
        self.script = script
    }

    /// - Parameter port: 0 for any that is free.
    static func with<Result>(
        port: Int = 0, _ script: @escaping Script = { _ in nil }, _ body: (_ redis: FakeRedis, _ url: String) async throws -> Result
    ) async throws -> Result {
        let redis = FakeRedis(script: script)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Handler(redis: redis)) }
            }
            .bind(host: "127.0.0.1", port: port).get()
        do {
            let result = try await body(redis, "redis://127.0.0.1:\(server.localAddress?.port ?? 0)")
            try await redis.end(server)
            return result
        } catch {
            try await redis.end(server)
            throw error
        }
    }

    /// Those of the greeting are left out.
    var commands: [[String]] { allCommands.filter { $0.first != "CLIENT" && $0.first != "PING" } }
    var allCommands: [[String]] { state.withLock { $0.commands } }
    var connectionCount: Int { state.withLock { $0.connectionCount } }
    /// Those that came first.
    var firstBytes: [UInt8] { state.withLock { $0.firstBytes } }

    /// Sends to everybody what nobody has asked for.
    func send(_ value: RESPValue) {
        var buffer = ByteBuffer()
        RESPEncoder.write(value, to: &buffer)
        for channel in state.withLock({ $0.channels }) { channel.writeAndFlush(buffer, promise: nil) }
    }

    /// Ends all connections.
    func cut() {
        let channels = state.withLock { state in
            defer { state.channels = [] }
            return state.channels
        }
        for channel in channels { channel.close(promise: nil) }
    }

    private func end(_ server: any Channel) async throws {
        try await server.close()
        cut()
    }

    private func add(_ channel: any Channel) {
        state.withLock { state in
            state.channels.append(channel)
            state.connectionCount += 1
        }
    }

    private func note(_ bytes: ByteBuffer) {
        state.withLock { state in
            if state.firstBytes.isEmpty { state.firstBytes = Array(bytes.readableBytesView) }
        }
    }

    private func reaction(to words: [String]) -> Reaction {
        state.withLock { $0.commands.append(words) }
        if let reaction = script(words) { return reaction }
        return switch words.first {
        case "PING": .reply(.simpleString("PONG"))
        case "SUBSCRIBE": .reply(.array([.bulkString(Array("subscribe".utf8)), .bulkString(Array(words[1].utf8)), .integer(1)]))
        default: .reply(.simpleString("OK"))
        }
    }
}
