import NIOCore
import NIOHTTPTypes

/// Tells when the client of a connection has gone. One that sends its end, as it does when its program ends, counts as gone: who waits for
/// an answer keeps the connection open.
final class ClientDepartureHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart

    private var hasLeft = false
    private var nextWatch = 0
    private var watches: [Int: @Sendable () -> Void] = [:]

    /// Calls `departed` once, when the client leaves or if it has left already.
    /// - Returns: The number by which the watch ends.
    func watch(_ departed: @escaping @Sendable () -> Void) -> Int {
        nextWatch += 1
        if hasLeft { departed() } else { watches[nextWatch] = departed }
        return nextWatch
    }

    func endWatch(_ number: Int) {
        watches[number] = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed { leave() }
        context.fireUserInboundEventTriggered(event)
    }

    private func leave() {
        hasLeft = true
        for departed in watches.values { departed() }
        watches = [:]
    }
}
