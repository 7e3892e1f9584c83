import Hummingbird

/// Shows the web client to a person at an address that does not exist; programs get the error.
struct LostPageMiddleware: Middleware {
    let client: WebClientRoutes

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let isPerson = request.method == .get && request.headers[.accept]?.contains("text/html") == true
            guard isPerson, !request.uri.path.hasPrefix("/api"), let page = client.page(for: request, status: .notFound) else { throw error }
            return page
        }
    }
}
