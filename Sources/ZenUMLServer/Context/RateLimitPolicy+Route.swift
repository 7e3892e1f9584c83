import Domain
import HTTPTypes

extension RateLimitPolicy {
    /// By the route, not by the path: a path can be written in many ways, with slashes doubled and trailing.
    /// - Returns: `nil` for what operators ask, since a probe must not be refused; for the web client's files, which lie in memory; and for
    ///   public pictures, which are counted one by one where they are found.
    init?(route: String, method: HTTPRequest.Method) {
        switch route {
        case "/health", "/health/ready", "/metrics", "/assets/{id}", "/e/{id}", "/e/{id}.svg", "/e/{id}.png": return nil
        case "/api/status": self = .status
        case "/api/render", "/api/check", "/api/diagrams/{id}.png", "/api/diagrams/{id}.pdf", "/api/diagrams/{id}/diff":
            self = .render
        case "/api/auth/refresh" where method == .post: self = .refresh
        case "/api/auth/login" where method == .post, "/api/auth/register" where method == .post,
            "/api/auth/google/callback" where method == .post, "/api/auth/password" where method == .post,
            "/api/auth/password/forgotten" where method == .post, "/api/auth/password/reset" where method == .post,
            "/api/auth/confirm" where method == .post, "/api/auth/second-factor/activation", "/api/auth/second-factor/sign-in",
            "/api/auth/email/verify":
            self = .signIn
        default: self = .default
        }
    }
}
