import HTTPTypes
import Hummingbird

/// Which handler answers which path and method.
struct RouteTable {
    typealias Handler = @Sendable (Request, AppRequestContext) async throws -> Response

    struct Route: Sendable {
        let path: RouterPath
        let method: HTTPRequest.Method
        let handler: Handler
    }

    private(set) var routes: [Route] = []

    mutating func get(_ path: RouterPath, use handler: @escaping Handler) { add(path, .get, handler) }

    mutating func post(_ path: RouterPath, use handler: @escaping Handler) { add(path, .post, handler) }

    mutating func put(_ path: RouterPath, use handler: @escaping Handler) { add(path, .put, handler) }

    mutating func patch(_ path: RouterPath, use handler: @escaping Handler) { add(path, .patch, handler) }

    mutating func delete(_ path: RouterPath, use handler: @escaping Handler) { add(path, .delete, handler) }

    private mutating func add(_ path: RouterPath, _ method: HTTPRequest.Method, _ handler: @escaping Handler) {
        routes.append(Route(path: path, method: method, handler: handler))
    }
}
