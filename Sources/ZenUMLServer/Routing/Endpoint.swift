import Hummingbird

/// A route as Hummingbird's router takes it.
struct Endpoint: HTTPResponder {
    let route: MatchedRoute
    let handler: RouteTable.Handler

    func respond(to request: Request, context: AppRequestContext) async throws -> Response {
        var context = context
        context.route = route
        return try await handler(request, context)
    }
}
