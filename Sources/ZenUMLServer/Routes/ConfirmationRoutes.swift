import Domain
import Hummingbird

/// Proving once more who one is.
struct ConfirmationRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.get("/api/auth/confirm", use: method)
        routes.post("/api/auth/confirm", use: confirm)
    }

    @Sendable func method(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        .json(dependencies.confirmations.method(for: try await dependencies.currentUser(of: request, context).user))
    }

    @Sendable func confirm(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let body = try await request.json(Confirmation.self, context)
        try await dependencies.confirmations.confirm(current, by: body, dependencies.caller(of: request, context))
        return Response(status: .noContent)
    }
}
