import Hummingbird

/// A person's account as a whole.
struct AccountRoutes {
    let dependencies: Dependencies

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.delete("/api/account", use: delete)
    }

    @Sendable func delete(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        try await dependencies.accounts.delete(current)
        var response = Response(status: .noContent)
        response.setCookie(TokenTransport.hostCookie(TokenTransport.refreshCookie, "", maxAge: 0, sameSite: .strict))
        return response
    }
}
