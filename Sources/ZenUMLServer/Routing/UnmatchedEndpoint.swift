import Hummingbird

/// Answers where the router finds no route. The router takes it as a middleware, and nothing comes after it.
struct UnmatchedEndpoint: RouterMiddleware {
    let handler: RouteTable.Handler

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        try await handler(request, context)
    }
}
