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
        guard let policy = Self.policy(for: request), let address = context.clientAddress else { return try await next(request, context) }
        let state: RateLimitState?
        do {
            state = try await rateLimiting.take(policy, .address(address.network))
        } catch let error as DomainError {
            return ErrorResponse.make(error)
        }
        var response = try await next(request, context)
        // An account's limit that was reached says more than the address's.
        if let state, response.headers[.rateLimit] == nil { response.headers.setRateLimit(state) }
        return response
    }

    /// `nil` for what operators ask: a probe must not be refused.
    private static func policy(for request: Request) -> RateLimitPolicy? {
        let path = request.uri.path
        if path.hasPrefix("/health") || path.hasPrefix("/metrics") { return nil }
        if path.hasPrefix("/api/status") { return .status }
        guard request.method == .post else { return .default }
        if path.hasPrefix("/api/auth/refresh") { return .refresh }
        return ["/api/auth/login", "/api/auth/register", "/api/auth/google/callback"].contains(where: path.hasPrefix) ? .signIn : .default
    }
}
