import Domain
import Hummingbird

/// Limits how often one address may ask. What may be asked by one account is limited where the account is known.
struct RateLimitMiddleware: Middleware {
    let rateLimiting: RateLimiting

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        guard let policy = context.route.rateLimit, let address = context.clientAddress else { return try await next(request, context) }
        let state = try await rateLimiting.take(policy, .address(address.network))
        var response = try await next(request, context)
        // An account's limit that was reached says more than the address's.
        if let state, response.headers[.rateLimit] == nil { response.headers.setRateLimit(state) }
        return response
    }
}
