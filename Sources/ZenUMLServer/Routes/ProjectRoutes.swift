import Domain
import Hummingbird

/// A person's projects.
struct ProjectRoutes {
    let dependencies: Dependencies

    private var projects: ProjectService { dependencies.projects }

    func add(to routes: inout RouteTable) {
        routes.get("/api/projects", use: list)
        routes.post("/api/projects", use: create)
        routes.get("/api/projects/:id", use: find)
        routes.patch("/api/projects/:id", use: update)
        routes.delete("/api/projects/:id", use: delete)
        routes.post("/api/projects/:id/restore", use: restore)
    }

    @Sendable func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let ownerID = try await dependencies.currentUser(of: request, context).user.id
        var query = QueryReader(request.uri.queryParameters)
        let list = ListRequest(&query)
        let name = query.value("q", problem: TextRules.searchProblem, parse: TextRules.search)
        let filter = ProjectFilter(ownerID: ownerID, nameContains: name.flatMap { $0.isEmpty ? nil : $0 }, isArchived: query.flag("archived"))
        try query.finish()
        let found = try await projects.list(filter, list.page)
        return list.response(found, to: request) {
            list.position(name: $0.project.name, created: $0.project.createdAt, updated: $0.project.updatedAt, id: $0.project.id)
        }
    }

    @Sendable func create(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let ownerID = try await dependencies.currentUser(of: request, context).user.id
        let key = try IdempotencyKey.read(from: request.headers)
        let body = try await request.json(ProjectCreate.self, context)
        return .json(try await projects.create(body, key: key, ownerID: ownerID), status: .created)
    }

    @Sendable func find(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let ownerID = try await dependencies.currentUser(of: request, context).user.id
        return .json(try await projects.find(context.id, ownerID: ownerID))
    }

    @Sendable func update(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let ownerID = try await dependencies.currentUser(of: request, context).user.id
        let body = try await request.json(ProjectUpdate.self, context)
        return .json(try await projects.update(context.id, body, ownerID: ownerID))
    }

    @Sendable func delete(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let ownerID = try await dependencies.currentUser(of: request, context).user.id
        try await projects.delete(context.id, ownerID: ownerID)
        return Response(status: .noContent)
    }

    @Sendable func restore(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let ownerID = try await dependencies.currentUser(of: request, context).user.id
        return .json(try await projects.restore(context.id, ownerID: ownerID))
    }
}
