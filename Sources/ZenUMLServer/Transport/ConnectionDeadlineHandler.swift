import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that take too long: a byte now and then keeps an idle timer content, but not this one.
///
/// Also closes a connection after a response that says so.
final class ConnectionDeadlineHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let deadlines: ConnectionDeadlines
    private var deadline = NIODeadline.distantFuture
    private var closesAfterResponse = false
    private var check: RepeatedTask?

    init(deadlines: ConnectionDeadlines) {
        self.deadlines = deadlines
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        check?.cancel()
    }

    func channelActive(context: ChannelHandlerContext) {
        start(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        check?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: allow(deadlines.body, context)
        case .end: allow(deadlines.response, context)
        case .body: break
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            closesAfterResponse = head.headerFields[.connection] == "close"
        case .end:
            allow(deadlines.nextHead, context)
            if closesAfterResponse {
                context.writeAndFlush(data, promise: promise)
                context.close(promise: nil)
                return
            }
        case .body: break
        }
        context.write(data, promise: promise)
    }

    private func allow(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline = context.eventLoop.now + time
    }

    /// One repeated look at the clock costs less than a timer for every phase of every request.
    private func start(_ context: ChannelHandlerContext) {
        guard check == nil else { return }
        allow(deadlines.firstHead, context)
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        check = context.eventLoop.scheduleRepeatedTask(initialDelay: deadlines.interval, delay: deadlines.interval) { _ in
            let (handler, context) = bound.value
            if context.eventLoop.now >= handler.deadline { context.close(promise: nil) }
        }
    }
}
