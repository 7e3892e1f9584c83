import NIOCore
import NIOHTTPTypes

/// Keeps what an answer holds until its last byte has left: the writer of a body is told earlier that it is done.
final class AnswerHoldHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var held: [UnsentAnswers.Reservation] = []

    /// Of the answer that is written next.
    func hold(_ reservation: UnsentAnswers.Reservation) { held.append(reservation) }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !held.isEmpty, case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let done = promise ?? context.eventLoop.makePromise(of: Void.self)
        done.futureResult.whenComplete { [held] _ in withExtendedLifetime(held) {} }
        held = []
        context.write(data, promise: done)
    }
}
