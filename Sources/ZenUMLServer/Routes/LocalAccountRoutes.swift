import Domain
import Hummingbird

/// Accounts with a password that this server keeps.
struct LocalAccountRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.post("/api/auth/register", use: register)
        routes.post("/api/auth/login", use: login)
    }

    @Sendable func register(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(UserCreate.self, context)
        let tokens = try await dependencies.authService.register(body, dependencies.caller(of: request, context))
        return TokenTransport(request, context, dependencies.settings).response(tokens, at: dependencies.clock.now, status: .created)
    }

    @Sendable func login(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(LoginRequest.self, context)
        try await dependencies.rateLimiting.take(.signIn, .account(body.email))
        let tokens = try await dependencies.authService.login(body, dependencies.caller(of: request, context))
        return TokenTransport(request, context, dependencies.settings).response(tokens, at: dependencies.clock.now)
    }
}
