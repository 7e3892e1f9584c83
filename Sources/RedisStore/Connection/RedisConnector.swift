import NIOCore
import NIOPosix
import NIOSSL

/// Opens connections: TCP, TLS if the address says so, then who is calling, and which database.
struct RedisConnector: Sendable {
    /// For each step: a Redis that is frozen takes connections, and says nothing.
    private static let timeout = TimeAmount.seconds(1)
    /// Bytes that wait to be sent: commands are refused when there are more.
    private static let waterMark = ChannelOptions.Types.WriteBufferWaterMark(low: 1 << 20, high: 8 << 20)

    /// What Redis' `CLIENT LIST` calls the connections.
    private static let name = "zenuml"

    private let url: RedisURL
    /// Reading the certificates of all authorities takes a while, so it is done once; and from files, so on a thread that may wait.
    private let tls: Task<NIOSSLContext, any Error>?

    /// - Parameter trustRoots: Whose certificates are believed; those of the system, by default.
    init(url: RedisURL, trustRoots: NIOSSLTrustRoots = .default) {
        self.url = url
        tls = url.isSecure ? Task { try await Self.context(trustRoots) } : nil
    }

    /// - Parameter receiver: Of what is published, on a connection that will subscribe.
    /// - Throws: ``RedisError``, or an error of the network.
    func connect(receiver: RedisChannelHandler.MessageReceiver? = nil) async throws -> RedisChannel {
        let context = try await tls?.value
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(Self.timeout)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.writeBufferWaterMark, value: Self.waterMark)
            .connect(host: url.host, port: url.port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context { try channel.pipeline.syncOperations.addHandler(tlsHandler(context)) }
                    let handler = RedisChannelHandler(receiver: receiver)
                    try channel.pipeline.syncOperations.addHandler(handler)
                    return RedisChannel(channel: channel, handler: handler)
                }
            }
        do {
            try await greet(channel)
        } catch {
            channel.close()
            throw error
        }
        return channel
    }

    private func greet(_ channel: RedisChannel) async throws(RedisError) {
        if let credentials = url.credentials {
            try await ask(channel, RedisCommand(["AUTH"] + (credentials.user.map { [$0] } ?? []) + [credentials.password]))
        }
        if url.database != 0 { try await ask(channel, RedisCommand("SELECT", String(url.database))) }
        do {
            try await ask(channel, RedisCommand("CLIENT", "SETNAME", Self.name))
        } catch .refused(let reason) where reason.hasPrefix("NOPERM ") || reason.hasPrefix("ERR ") {
            // Only a name. Where it is not allowed, the rest may be.
        }
    }

    private func ask(_ channel: RedisChannel, _ command: RedisCommand) async throws(RedisError) {
        if case .simpleError(let reason) = try await channel.send(command, within: Self.timeout) { throw .refused(reason) }
    }

    /// An address has no name to be told to the server (RFC 6066 §3); its certificate is compared with the address itself.
    private func tlsHandler(_ context: NIOSSLContext) throws -> NIOSSLClientHandler {
        let isAddress = (try? SocketAddress(ipAddress: url.host, port: 0)) != nil
        return try NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : url.host)
    }

    private static func context(_ trustRoots: NIOSSLTrustRoots) async throws -> NIOSSLContext {
        try await NIOThreadPool.singleton.runIfActive {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            configuration.trustRoots = trustRoots
            return try NIOSSLContext(configuration: configuration)
        }
    }
}
