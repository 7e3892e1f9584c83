import Domain
import Hummingbird

/// One diagram.
struct DiagramRoutes {
    let dependencies: Dependencies

    private var diagrams: DiagramService { dependencies.diagrams }

    func add(to routes: inout RouteTable) {
        routes.post("/api/projects/:id/diagrams", use: create)
        routes.get("/api/diagrams/:id", use: find)
        routes.put("/api/diagrams/:id", use: replace)
        routes.patch("/api/diagrams/:id", use: update)
        routes.delete("/api/diagrams/:id", use: delete)
        routes.post("/api/diagrams/:id/restore", use: restore)
    }

    @Sendable func create(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let key = try IdempotencyKey.read(from: request.headers)
        let body = try await request.json(DiagramCreate.self, context)
        return Self.response(try await diagrams.create(body, in: context.id, key: key, userID: userID), status: .created)
    }

    @Sendable func find(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let found = try await diagrams.find(context.id, userID: userID)
        let tag = RevisionMatch.tag(found.diagram.revision, role: found.role)
        return EntityTag.matches(tag, request) ? EntityTag.notModified(tag) : Self.response(found)
    }

    @Sendable func replace(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let revision = try RevisionMatch(request.headers[.ifMatch])
        let body = DiagramUpdate(try await request.json(DiagramReplacement.self, context))
        return Self.response(try await diagrams.change(context.id, body, from: revision, userID: userID))
    }

    @Sendable func update(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let revision = try RevisionMatch(request.headers[.ifMatch])
        let body = try await request.json(DiagramUpdate.self, context)
        return Self.response(try await diagrams.change(context.id, body, from: revision, userID: userID))
    }

    @Sendable func delete(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        var query = QueryReader(request.uri.queryParameters)
        let isPermanent = query.flag("permanent") ?? false
        try query.finish()
        try await diagrams.delete(context.id, permanently: isPermanent, userID: userID)
        return Response(status: .noContent)
    }

    @Sendable func restore(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        return Self.response(try await diagrams.restore(context.id, userID: userID))
    }

    static func response(_ found: DiagramAccess, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.json(DiagramResponse(diagram: found.diagram, role: found.role), status: status)
        response.headers[.eTag] = RevisionMatch.tag(found.diagram.revision, role: found.role)
        // A browser may keep it, but asks each time whether it is still the one.
        response.headers[.cacheControl] = "private, no-cache"
        return response
    }
}
