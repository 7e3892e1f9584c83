import Domain
import Hummingbird

/// Staying signed in, and ending it.
struct SessionRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.post("/api/auth/refresh", use: refresh)
        routes.post("/api/auth/logout", use: logout)
        routes.get("/api/auth/me", use: me)
        routes.get("/api/auth/sessions", use: list)
        routes.delete("/api/auth/sessions/:id", use: end)
    }

    @Sendable func refresh(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let transport = TokenTransport(request, context, dependencies.settings)
        let token =
            transport.isCookie
            ? try transport.refreshToken() : try await request.json(RefreshTokenRequest.self, context).refreshToken
        let caller = dependencies.caller(of: request, context)
        let tokens = try await dependencies.authService.refreshAccessToken(token, caller)
        return transport.response(tokens, at: dependencies.clock.now)
    }

    @Sendable func logout(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        try await dependencies.authService.logout(current, dependencies.caller(of: request, context))
        var response = Response.json(MessageResponse(fields: ["message": .text("Successfully logged out")]))
        TokenTransport(request, context, dependencies.settings).removeRefreshToken(from: &response)
        return response
    }

    @Sendable func me(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        dependencies.response(of: try await dependencies.currentUser(of: request, context).user)
    }

    @Sendable func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let sessions = try await dependencies.authService.listSessions(of: current)
        return .json(sessions.map { SessionResponse(session: $0, isCurrent: $0.id == current.token.sessionID) })
    }

    @Sendable func end(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let id = context.pathParameter("id")
        if id != current.session.id { try await dependencies.confirmations.requireRecent(current) }
        try await dependencies.authService.endSession(id, of: current, dependencies.caller(of: request, context))
        return Response(status: .noContent)
    }
}
