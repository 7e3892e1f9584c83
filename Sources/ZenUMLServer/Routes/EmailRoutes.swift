import Domain
import Hummingbird

/// The addresses of people.
struct EmailRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.post("/api/account/email", use: change)
        routes.post("/api/auth/email/verification", use: sendVerification)
        routes.post("/api/auth/email/verify", use: verify)
    }

    @Sendable func change(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let body = try await request.json(EmailChange.self, context)
        try await dependencies.confirmations.requireRecent(current)
        try await dependencies.emails.requestChange(of: current.user, to: body.email)
        return Response(status: .accepted)
    }

    @Sendable func sendVerification(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try await dependencies.emails.sendVerification(to: dependencies.currentUser(of: request, context).user)
        return Response(status: .accepted)
    }

    @Sendable func verify(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let body = try await request.json(EmailToken.self, context)
        let user = try await dependencies.emails.verify(body.token, by: current.user.id, dependencies.caller(of: request, context))
        return dependencies.response(of: user)
    }
}
