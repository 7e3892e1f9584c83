import Domain
import Foundation
import Hummingbird

/// Lists of diagrams.
struct DiagramListRoutes {
    let dependencies: Dependencies

    private var diagrams: DiagramService { dependencies.diagrams }

    func add(to routes: inout RouteTable) {
        routes.get("/api/projects/:id/diagrams", use: ofProject)
        routes.get("/api/diagrams", use: recent)
        routes.get("/api/diagrams/trash", use: trash)
        routes.get("/api/search", use: search)
    }

    @Sendable func ofProject(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let user = try await dependencies.currentUser(of: request, context).user
        var query = QueryReader(request.uri.queryParameters)
        let list = ListRequest(&query)
        try query.finish()
        let found = try await diagrams.list(projectID: context.id, for: user, list.page)
        return list.response(found, to: request) {
            list.position(name: $0.diagram.name, created: $0.diagram.createdAt, updated: $0.diagram.updatedAt, id: $0.diagram.id)
        }
    }

    @Sendable func recent(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let isShared = request.uri.queryParameters.get("shared") == "true"
        return try await overall(request, context, isShared ? diagrams.listShared : diagrams.listRecent) { $0.updatedAt }
    }

    @Sendable func trash(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try await overall(request, context, diagrams.listTrash) { $0.deletedAt ?? $0.updatedAt }
    }

    /// A list over all projects, the latest first.
    private func overall(
        _ request: Request, _ context: AppRequestContext,
        _ find: (User, ListPage) async throws -> [DiagramEntry], by time: (DiagramSummary) -> Date
    ) async throws -> Response {
        let user = try await dependencies.currentUser(of: request, context).user
        var query = QueryReader(request.uri.queryParameters)
        let list = ListRequest(&query, sort: false)
        _ = query.flag("shared")
        try query.finish()
        let found = try await find(user, list.page)
        return list.response(found, to: request) { ListPosition(.time(time($0.diagram)), id: $0.diagram.id) }
    }

    @Sendable func search(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let user = try await dependencies.currentUser(of: request, context).user
        var query = QueryReader(request.uri.queryParameters)
        let text = query.value("q", problem: TextRules.searchProblem, parse: TextRules.search) ?? ""
        let page = query.number("page", in: 1...ListRequest.mostSearchPages, default: 1)
        try query.finish()
        let limit = ListRequest.defaultLimit
        let found = try await diagrams.search(SearchWords(text), for: user, offset: (page - 1) * limit, limit: limit)
        var response = Response.json(found.entries)
        if found.hasMore, page < ListRequest.mostSearchPages {
            response.headers[.link] = NextPage.link(request, setting: "page", to: "\(page + 1)")
        }
        return response
    }
}
