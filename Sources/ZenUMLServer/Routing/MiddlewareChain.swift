/// Middleware in order, the outermost first.
///
/// Hummingbird's router has such a chain. Its code is generic over the context, in a module of its own, so at each link the runtime looks
/// up types and copies values by their descriptions.
struct MiddlewareChain {
    let middleware: [any Middleware]

    func around(_ handler: @escaping RouteTable.Handler) -> RouteTable.Handler {
        middleware.reversed().reduce(handler) { next, middleware in
            { request, context in try await middleware.handle(request, context: context, next: next) }
        }
    }
}
