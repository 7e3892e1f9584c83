import Domain
import Hummingbird

/// Clients' signs of life.
struct StatusRoutes {
    let dependencies: Dependencies
    private let written = WrittenStatusList()

    init(dependencies: Dependencies) {
        self.dependencies = dependencies
    }

    func add(to routes: inout RouteTable) {
        routes.get("/api/status", use: list)
        routes.post("/api/status", use: create)
    }

    @Sendable func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let page = try StatusPage(query: request.uri.queryParameters)
        // One more than asked for tells whether there is a next page.
        let found = try await dependencies.statusRepository.findAll(limit: page.limit + 1, after: page.position)
        var response = Response.jsonText(.init(byteBuffer: written.json(of: found, count: min(found.count, page.limit))))
        if found.count > page.limit {
            response.headers[.link] = page.next(after: found[page.limit - 1]).link
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
