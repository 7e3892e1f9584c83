import HTTPTypes
import Hummingbird

/// While this server is about to stop, has whoever keeps a connection open for more requests go elsewhere with them (RFC 9112 §9.6).
struct DrainMiddleware: Middleware {
    let state: DrainState

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if state.isDraining { response.headers[.connection] = "close" }
        return response
    }
}
