import Hummingbird

/// Stands between the connection and a route's handler.
protocol Middleware: Sendable {
    /// - Parameter next: The next middleware, or the handler.
    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response
}
