import NIOCore

/// Sends commands without waiting for replies, and hands the replies to who waits for them.
final class RedisChannelHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    typealias MessageReceiver = @Sendable (PublishedMessage) -> Void

    /// How many replies may be due at once, those that nobody waits for any more included.
    private static let mostDue = 10_000
    /// Who is late by so little is told together with others.
    private static let grain = TimeAmount.milliseconds(1)

    private let receiver: MessageReceiver?
    private var context: ChannelHandlerContext?
    private var decoder = RESPDecoder()
    private var queue = ReplyQueue()
    private var check: (task: Scheduled<Void>, time: NIODeadline)?
    private var isFlushDue = false

    /// - Parameter receiver: Of what is published, on a connection that subscribes; `nil` on any other.
    init(receiver: MessageReceiver? = nil) {
        self.receiver = receiver
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end(.closed())
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(.closed())
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(.closed("\(error)"))
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        decoder.append(unwrapInboundIn(data))
        do {
            while let value = try decoder.next() {
                if let receiver, let message = PublishedMessage(value) {
                    receiver(message)
                } else if !queue.hand(over: value) {
                    throw RedisError.malformed
                }
            }
        } catch {
            end(.malformed)
            context.close(promise: nil)
        }
    }

    /// Sends a command. Call it on the event loop.
    func submit(_ call: RedisCall) {
        guard let context, context.channel.isActive else { return call.completion(.failure(.closed())) }
        guard queue.count < Self.mostDue, context.channel.isWritable else { return call.completion(.failure(.overloaded)) }
        var buffer = context.channel.allocator.buffer(capacity: 256)
        RESPEncoder.write(call.command.value, to: &buffer)
        context.write(wrapOutboundOut(buffer), promise: nil)
        let deadline = context.eventLoop.now + call.timeout
        queue.append(call.completion, deadline: deadline)
        flushSoon(context)
        scheduleCheck(at: deadline, context)
    }

    /// Commands that come at the same moment leave together: a call of the system costs more than a command.
    private func flushSoon(_ context: ChannelHandlerContext) {
        guard !isFlushDue else { return }
        isFlushDue = true
        context.eventLoop.assumeIsolated().execute { [self] in
            isFlushDue = false
            self.context?.flush()
        }
    }

    /// One look at all deadlines when the next one is due costs less than a timer for each.
    private func scheduleCheck(at time: NIODeadline, _ context: ChannelHandlerContext) {
        if let check {
            guard time < check.time else { return }
            check.task.cancel()
        }
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: time) { [self] in checkDeadlines() }
        check = (task, time)
    }

    private func checkDeadlines() {
        check = nil
        guard let context else { return }
        let now = context.eventLoop.now
        queue.expire(at: now)
        if queue.isGivenUp(at: now) {
            context.close(promise: nil)
        } else if let next = queue.nextDeadline {
            scheduleCheck(at: max(next, now + Self.grain), context)
        }
    }

    private func end(_ error: RedisError) {
        context = nil
        check?.task.cancel()
        check = nil
        queue.fail(error)
    }
}
