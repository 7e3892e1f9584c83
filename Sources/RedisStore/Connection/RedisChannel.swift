import NIOCore

/// One connection to Redis, for as long as it lasts.
final class RedisChannel: Sendable {
    private let channel: any Channel
    private let handler: NIOLoopBound<RedisChannelHandler>

    /// Call it on the event loop of `channel`.
    init(channel: any Channel, handler: RedisChannelHandler) {
        self.channel = channel
        self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
    }

    /// - Returns: The reply to this command and no other, which may be an error of Redis.
    func send(_ command: RedisCommand, within timeout: TimeAmount) async throws(RedisError) -> RESPValue {
        let result: Result<RESPValue, RedisError> = await withCheckedContinuation { continuation in
            let call = RedisCall(command: command, timeout: timeout) { continuation.resume(returning: $0) }
            channel.eventLoop.execute { [handler] in handler.value.submit(call) }
        }
        return try result.get()
    }

    func close() {
        channel.close(promise: nil)
    }

    /// Returns when the connection has ended.
    func closed() async {
        try? await channel.closeFuture.get()
    }
}
