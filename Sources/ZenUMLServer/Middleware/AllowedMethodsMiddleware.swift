import Domain
import Hummingbird

/// Tells a path that does not exist from a method that its path does not know (RFC 9110 §15.5.6).
struct AllowedMethodsMiddleware: Middleware {
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
        let matching = routes.compactMap { route in Self.closeness(of: route.segments, to: segments).map { (closeness: $0, method: route.method) } }
        // As the router does: `/api/diagrams/trash` is that list, and no diagram of that name.
        let closest = matching.map(\.closeness).max { $0.lexicographicallyPrecedes($1) }
        let methods = Set(matching.filter { $0.closeness == closest }.map(\.method))
        return methods.union(methods.contains("GET") ? ["HEAD"] : []).sorted()
    }

    /// For each segment 2 where it is the template's, 1 where its end is (`{id}.svg`), 0 where anything would do.
    /// - Returns: `nil` when the path is not like the template.
    private static func closeness(of template: [String], to segments: [Substring]) -> [Int]? {
        guard template.count == segments.count else { return nil }
        var closeness: [Int] = []
        for (wanted, segment) in zip(template, segments) {
            guard let end = wanted.hasPrefix("{") ? wanted.split(separator: "}", maxSplits: 1).dropFirst().first : nil else {
                guard wanted.hasPrefix("{") || wanted == segment else { return nil }
                closeness.append(wanted.hasPrefix("{") ? 0 : 2)
                continue
            }
            guard segment.hasSuffix(end) else { return nil }
            closeness.append(1)
        }
        return closeness
    }
}
