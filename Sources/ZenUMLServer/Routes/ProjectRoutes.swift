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
        let userID = try await dependencies.currentUser(of: request, context).user.id
        var query = QueryReader(request.uri.queryParameters)
        let list = ListRequest(&query)
        let name = query.value("q", problem: TextRules.searchProblem, parse: TextRules.search)
        let part = name.flatMap { $0.isEmpty ? nil : $0 }
        let (isArchived, isShared) = (query.flag("archived"), query.flag("shared") ?? false)
        try query.finish()
        let found =
            isShared
            ? try await projects.listShared(with: userID, nameContains: part, isArchived: isArchived, list.page)
            : try await projects.list(ProjectFilter(ownerID: userID, nameContains: part, isArchived: isArchived), list.page)
        return list.response(found, to: request) {
            list.position(name: $0.project.name, created: $0.project.createdAt, updated: $0.project.updatedAt, id: $0.project.id)
        }
    }

    @Sendable func create(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let key = try IdempotencyKey.read(from: request.headers)
        let body = try await request.json(ProjectCreate.self, context)
        return .json(try await projects.create(body, key: key, ownerID: userID), status: .created)
    }

    @Sendable func find(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        return .json(try await projects.find(context.id, userID: userID))
    }

    @Sendable func update(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let body = try await request.json(ProjectUpdate.self, context)
        return .json(try await projects.update(context.id, body, userID: userID))
    }

    @Sendable func delete(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        try await projects.delete(context.id, userID: userID)
        return Response(status: .noContent)
    }

    @Sendable func restore(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        return .json(try await projects.restore(context.id, userID: userID))
    }
}
