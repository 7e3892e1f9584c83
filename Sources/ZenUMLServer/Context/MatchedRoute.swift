import Domain
import HTTPTypes

/// The route that a request leads to, and what the middleware has to know of it: found out once, and not for each request anew.
final class MatchedRoute: Sendable {
    /// Of requests that lead nowhere.
    static let none = MatchedRoute(template: "unmatched", method: .get)

    /// The path as it is documented: `/api/auth/sessions/{id}`. Never the path of a request, which anybody can make up.
    let template: String
    let rateLimit: RateLimitPolicy?
    /// How large a request's body may be, in bytes.
    let bodyLimit: Int
    /// Whether a request can be refused after it was handled, as it has changed nothing.
    let changesNothing: Bool
    /// Whether the answers lie in memory once for all, as the web client's files do, or on a disk.
    let hasSharedAnswers: Bool

    init(template: String, method: HTTPRequest.Method) {
        self.template = template
        rateLimit = RateLimitPolicy(route: template, method: method)
        bodyLimit = BodyLimit.bytes(for: template)
        changesNothing = method == .get || template == "/api/render" || template == "/api/check"
        hasSharedAnswers = ["/assets/{id}", "/api/docs/assets/{name}", "/api/account/export"].contains(template)
    }
}
