import Domain
import HTTPTypes
import Hummingbird

/// Refuses a body that is announced as too large, before a byte of it is read.
struct BodyLimitMiddleware: Middleware {
    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        let limit = context.route.bodyLimit
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw DomainError.contentTooLarge(limit: limit)
        }
        return try await next(request, context)
    }
}
