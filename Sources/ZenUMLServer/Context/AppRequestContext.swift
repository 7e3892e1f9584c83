import Domain
import Hummingbird
import NIOCore

/// What is known about a request on its way to the handler.
struct AppRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Set by ``Endpoint``.
    var route = MatchedRoute.none
    /// The connection.
    let channel: any Channel
    /// The address at the other end of the connection: the client's, or a proxy's.
    let peerAddress: IPAddress?
    /// The client's address, once ``LoggingMiddleware`` has told it from a proxy's.
    var clientAddress: IPAddress?
    /// Set by ``LoggingMiddleware``.
    var requestID = ""
    let annotations = RequestAnnotations()

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
        peerAddress = IPAddress(source.channel.remoteAddress)
    }
}
