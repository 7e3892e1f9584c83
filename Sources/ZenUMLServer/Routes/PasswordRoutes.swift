import Domain
import Hummingbird

/// What a person changes about their account.
struct PasswordRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.patch("/api/account", use: rename)
        routes.get("/api/auth/password", use: state)
        routes.post("/api/auth/password", use: change)
        routes.post("/api/auth/password/forgotten", use: forgotten)
        routes.post("/api/auth/password/reset", use: reset)
    }

    @Sendable func rename(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let body = try await request.json(ProfileUpdate.self, context)
        return dependencies.response(of: try await dependencies.authService.rename(current, body.name))
    }

    @Sendable func state(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        .json(PasswordState(isSet: try await dependencies.currentUser(of: request, context).user.passwordHash != nil))
    }

    @Sendable func change(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let body = try await request.json(PasswordChange.self, context)
        if current.user.passwordHash == nil { try await dependencies.confirmations.requireRecent(current) }
        try await dependencies.rateLimiting.take(.signIn, .account(current.user.email))
        try await dependencies.authService.changePassword(current, body, dependencies.caller(of: request, context))
        return Response(status: .noContent)
    }

    @Sendable func forgotten(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(PasswordForgotten.self, context)
        try await dependencies.authService.forgotPassword(body.email, dependencies.caller(of: request, context))
        return Response(status: .accepted)
    }

    @Sendable func reset(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(PasswordReset.self, context)
        try await dependencies.authService.resetPassword(body, dependencies.caller(of: request, context))
        return Response(status: .noContent)
    }
}
