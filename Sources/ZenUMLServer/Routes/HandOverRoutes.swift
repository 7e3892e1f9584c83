import Domain
import Hummingbird

/// Giving projects to others.
struct HandOverRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.get("/api/account/shared", use: shared)
        routes.post("/api/projects/:id/owner", use: handOver)
    }

    @Sendable func shared(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        return .json(try await dependencies.handOvers.shared(by: current.user.id))
    }

    @Sendable func handOver(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let body = try await request.json(OwnerUpdate.self, context)
        try await dependencies.confirmations.requireRecent(current)
        try await dependencies.handOvers.handOver(context.id, to: body.userID, userID: current.user.id)
        return Response(status: .noContent)
    }
}
