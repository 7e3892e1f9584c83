import Domain
import Hummingbird

/// Limits how often one address may ask. What may be asked by one account is limited where the account is known.
struct RateLimitMiddleware: RouterMiddleware {
    let rateLimiting: RateLimiting

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        guard let policy = Self.policy(for: request, context), let address = context.clientAddress else { return try await next(request, context) }
        let state = try await rateLimiting.take(policy, .address(address.network))
        var response = try await next(request, context)
        // An account's limit that was reached says more than the address's.
        if let state, response.headers[.rateLimit] == nil { response.headers.setRateLimit(state) }
        return response
    }

    /// By the route, not by the path: a path can be written in many ways, with slashes doubled and trailing.
    /// - Returns: `nil` for what operators ask, since a probe must not be refused, and for the web client's files, which lie in memory.
    private static func policy(for request: Request, _ context: AppRequestContext) -> RateLimitPolicy? {
        switch context.endpointPath {
        case "/health", "/health/ready", "/metrics", "/assets/{id}": nil
        case "/api/status": .status
        case "/api/render", "/api/check", "/api/diagrams/{id}.png", "/api/diagrams/{id}.pdf": .render
        case "/api/auth/refresh" where request.method == .post: .refresh
        case "/api/auth/login" where request.method == .post, "/api/auth/register" where request.method == .post,
            "/api/auth/google/callback" where request.method == .post:
            .signIn
        default: .default
        }
    }
}
