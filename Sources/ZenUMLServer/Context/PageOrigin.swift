import HTTPTypes
import Hummingbird

/// Where the page of a request may come from, and how safe the way to it is.
struct PageOrigin: Sendable {
    let settings: Settings

    /// Whether a page of this origin is one of this service's own, or a listed one.
    ///
    /// While somebody develops, or tries it out, that is also whatever page this server itself serves at the address in the request: the
    /// name of the machine, or an address of it.
    func isAllowed(_ origin: String, _ request: Request, _ context: AppRequestContext) -> Bool {
        if origin == settings.publicURL.text || settings.corsOrigins.contains(where: { $0.text == origin }) { return true }
        guard settings.environment == .development, let own = own(request, context) else { return false }
        return own == WebOrigin(origin)
    }

    /// Whether cookies may say `Secure`. A browser keeps such ones that come by plain `http` only if it takes the machine for itself, and
    /// WebKit not even then; so they go without it, but in development only.
    func isSecure(_ request: Request, _ context: AppRequestContext) -> Bool {
        settings.environment == .production || settings.publicURL.isSecure || own(request, context)?.isSecure == true
    }

    /// Scheme and host at which the request came in; what a proxy says of them, if it is trusted.
    private func own(_ request: Request, _ context: AppRequestContext) -> WebOrigin? {
        let isForwarded = context.peerAddress.map { peer in settings.trustedProxies.contains { $0.contains(peer) } } ?? false
        let scheme = isForwarded ? Self.first(request.headers[.xForwardedProto]) : nil
        let host = isForwarded ? Self.first(request.headers[.xForwardedHost]) : nil
        guard let authority = host ?? request.head.authority else { return nil }
        return WebOrigin("\(scheme ?? "http")://\(authority)")
    }

    private static func first(_ list: String?) -> String? {
        list?.split(separator: ",").first.map { String($0.trimmingWhiteSpace()) }
    }
}
