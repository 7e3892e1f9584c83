import Domain
import Hummingbird

/// Signing in with Google.
struct GoogleAuthRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.get("/api/auth/providers", use: providers)
        routes.get("/api/auth/google", use: start)
        routes.post("/api/auth/google/callback", use: callback)
    }

    @Sendable func providers(_ request: Request, _ context: AppRequestContext) -> Response {
        let settings = dependencies.settings
        return .json(
            MessageResponse(fields: [
                "google": .flag(settings.google != nil),
                "local": .flag(true),
                "registration": .flag(settings.registration == .open),
                "mail": .flag(settings.mail != nil),
            ])
        )
    }

    @Sendable func start(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (url, cookie) = try await dependencies.authService.startGoogleSignIn()
        var response = Response.json(MessageResponse(fields: ["url": .text(url)]))
        TokenTransport(request, context, dependencies.settings).setSignIn(cookie, in: &response)
        return response
    }

    @Sendable func callback(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(GoogleAuthCallbackRequest.self, context)
        let transport = TokenTransport(request, context, dependencies.settings)
        let tokens = try await dependencies.authService.handleGoogleCallback(
            body, cookie: transport.signIn, dependencies.caller(of: request, context))
        var response = transport.response(tokens, at: dependencies.clock.now)
        transport.removeSignIn(from: &response)
        return response
    }
}
