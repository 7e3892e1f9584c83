import Domain
import Hummingbird

/// What people prove besides the first factor.
struct SecondFactorRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.get("/api/auth/second-factor", use: state)
        routes.post("/api/auth/second-factor", use: start)
        routes.delete("/api/auth/second-factor", use: turnOff)
        routes.post("/api/auth/second-factor/activation", use: activate)
        routes.post("/api/auth/second-factor/recovery-codes", use: renewRecoveryCodes)
        routes.post("/api/auth/second-factor/sign-in", use: signIn)
    }

    @Sendable func state(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        return .json(dependencies.secondFactors.state(of: current.user))
    }

    @Sendable func start(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await confirmedUser(of: request, context)
        return .json(try await dependencies.secondFactors.start(current.user.id))
    }

    @Sendable func activate(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let body = try await request.json(SecondFactorCode.self, context)
        try await dependencies.confirmations.requireLive(current)
        try await dependencies.rateLimiting.take(.signIn, .account(current.user.id))
        let codes = try await dependencies.secondFactors.activate(current.user.id, code: body.code)
        try await dependencies.authService.endOthers(after: .secondFactorOn, of: current, dependencies.caller(of: request, context))
        return .json(codes)
    }

    @Sendable func renewRecoveryCodes(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await confirmedUser(of: request, context)
        let codes = try await dependencies.secondFactors.renewRecoveryCodes(current.user.id)
        try await dependencies.authService.endOthers(after: .recoveryCodesRenewed, of: current, dependencies.caller(of: request, context))
        return .json(codes)
    }

    @Sendable func turnOff(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await confirmedUser(of: request, context)
        if try await dependencies.secondFactors.turnOff(current.user.id) {
            try await dependencies.authService.endOthers(after: .secondFactorOff, of: current, dependencies.caller(of: request, context))
        }
        return Response(status: .noContent)
    }

    @Sendable func signIn(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(SecondFactorSignIn.self, context)
        let tokens = try await dependencies.authService.finishSignIn(body, dependencies.caller(of: request, context))
        return TokenTransport(request, context, dependencies.settings).response(tokens, at: dependencies.clock.now)
    }

    private func confirmedUser(of request: Request, _ context: AppRequestContext) async throws -> CurrentUser {
        let current = try await dependencies.currentUser(of: request, context)
        try await dependencies.confirmations.requireRecent(current)
        return current
    }
}
