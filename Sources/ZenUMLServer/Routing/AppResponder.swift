import Hummingbird

/// Answers requests: finds the route, and passes its middleware.
///
/// A type of our own around Hummingbird's, so that the router's code is compiled for our context.
struct AppResponder: HTTPResponder {
    private let router: RouterResponder<AppRequestContext>

    /// - Parameter unmatched: Passed besides `middleware` where no route was found.
    init(routes: RouteTable, middleware: [any Middleware], unmatched: [any Middleware]) {
        let router = Router(context: AppRequestContext.self, options: .autoGenerateHeadEndpoints)
        let chain = MiddlewareChain(middleware: middleware)
        for route in routes.routes {
            let matched = MatchedRoute(template: route.path.description, method: route.method)
            router.on(route.path, method: route.method, responder: Endpoint(route: matched, handler: chain.around(route.handler)))
        }
        // Added after the routes, so that it is passed only where none was found.
        router.add(
            middleware: UnmatchedEndpoint(
                handler: MiddlewareChain(middleware: middleware + unmatched).around { _, _ in throw HTTPError(.notFound) }))
        self.router = router.buildResponder()
    }

    func respond(to request: Request, context: AppRequestContext) async throws -> Response {
        try await router.respond(to: request, context: context)
    }
}
