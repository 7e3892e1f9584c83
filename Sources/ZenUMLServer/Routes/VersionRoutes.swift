import Domain
import Foundation
import Hummingbird
import Pictures

/// The history of a diagram.
struct VersionRoutes {
    let dependencies: Dependencies

    private var versions: VersionService { dependencies.versions }

    func add(to routes: inout RouteTable) {
        routes.get("/api/diagrams/:id/versions", use: list)
        routes.post("/api/diagrams/:id/versions", use: name)
        routes.get("/api/diagrams/:id/diff", use: compare)
        routes.get("/api/diagrams/:id/versions/:revision", use: find)
        routes.delete("/api/diagrams/:id/versions/:revision", use: remove)
        routes.get("/api/diagrams/:id/versions/{revision}.svg", use: picture)
        routes.post("/api/diagrams/:id/versions/:revision/restore", use: restore)
    }

    @Sendable func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        return .json(try await versions.list(context.id, userID: userID))
    }

    @Sendable func name(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let body = try await request.json(VersionCreate.self, context)
        return .json(try await versions.name(context.id, body.name, userID: userID), status: .created)
    }

    @Sendable func find(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        return .json(DiagramResponse(diagram: try await versions.find(context.id, revision: context.revision, userID: userID)))
    }

    @Sendable func compare(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let wanted = try ComparisonRequest(query: request.uri.queryParameters)
        let (earlier, later) = try await versions.find(context.id, from: wanted.from, to: wanted.to, userID: userID)
        return .json(
            try await context.whileClientWaits {
                try await dependencies.pictures.compare(earlier, later, theme: wanted.theme, for: context.client)
            })
    }

    @Sendable func picture(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let style = try PictureStyle(query: request.uri.queryParameters)
        let diagram = try await versions.find(context.id, revision: context.revision, userID: userID)
        return try await DiagramPictureRoutes.response(diagram, as: .svg, style, to: request, context, dependencies.pictures)
    }

    @Sendable func remove(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        try await versions.remove(context.id, revision: context.revision, userID: userID)
        return Response(status: .noContent)
    }

    @Sendable func restore(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let match = try RevisionMatch(request.headers[.ifMatch])
        return DiagramRoutes.response(try await versions.restore(context.id, revision: context.revision, from: match, userID: userID))
    }
}

extension AppRequestContext {
    /// The path's parameter `revision`; 0, which nothing has, for what is no number.
    fileprivate var revision: Int {
        Int(pathParameter("revision")) ?? 0
    }
}
