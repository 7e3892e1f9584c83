import Domain
import Hummingbird

/// Tells a path that does not exist from a method that its path does not know (RFC 9110 §15.5.6).
struct AllowedMethodsMiddleware: RouterMiddleware {
    private let routes: [(segments: [String], method: String)]

    /// - Parameter routes: Path template and method of all routes.
    init(routes: [(path: String, method: String)]) {
        self.routes = routes.map { ($0.path.split(separator: "/").map(String.init), $0.method) }
    }

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let allowed = methods(for: request.uri.path)
            guard !allowed.isEmpty else { throw error }
            throw DomainError.methodNotAllowed(allow: allowed.joined(separator: ", "))
        }
    }

    private func methods(for path: String) -> [String] {
        let segments = path.split(separator: "/")
        let matching = routes.filter { route in
            route.segments.count == segments.count && zip(route.segments, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
        let methods = Set(matching.map(\.method))
        return methods.union(methods.contains("GET") ? ["HEAD"] : []).sorted()
    }
}
