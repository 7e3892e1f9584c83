import Domain
import Hummingbird

/// Clients' signs of life.
struct StatusRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.get("/api/status", use: list)
        routes.post("/api/status", use: create)
    }

    @Sendable func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let page = try StatusPage(query: request.uri.queryParameters)
        // One more than asked for tells whether there is a next page.
        let found = try await dependencies.statusRepository.findAll(limit: page.limit + 1, after: page.position)
        let shown = found.count > page.limit ? Array(found.prefix(page.limit)) : found
        var response = Response.json(shown)
        if found.count > page.limit, let last = shown.last {
            response.headers[.link] = page.next(after: last).link
        }
        return response
    }

    @Sendable func create(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(StatusCheckCreate.self, context)
        let statusCheck = StatusCheck(id: dependencies.random.uuid(), clientName: body.clientName, timestamp: dependencies.clock.now)
        try await dependencies.statusRepository.create(statusCheck)
        return .json(statusCheck, status: .created)
    }
}
