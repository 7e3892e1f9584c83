import NIOCore

/// A command on its way, and who waits for the reply.
struct RedisCall: Sendable {
    typealias Completion = @Sendable (Result<RESPValue, RedisError>) -> Void

    let command: RedisCommand
    let timeout: TimeAmount
    /// Called once, on the event loop.
    let completion: Completion
}
