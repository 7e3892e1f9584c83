import Domain
import Hummingbird

/// Members and links of projects and diagrams.
struct SharingRoutes {
    let dependencies: Dependencies

    private var sharing: SharingService { dependencies.sharing }

    func add(to routes: inout RouteTable) {
        add("/api/projects/:id", to: &routes) { .project($0) }
        add("/api/diagrams/:id", to: &routes) { .diagram($0) }
    }

    private func add(_ path: String, to routes: inout RouteTable, _ target: @escaping @Sendable (String) -> SharedTarget) {
        routes.get("\(path)/access") { try await show($0, $1, target($1.id)) }
        routes.post("\(path)/links") { try await addLink($0, $1, target($1.id)) }
        routes.delete("\(path)/links/:link") { try await removeLink($0, $1, target($1.id)) }
        routes.patch("\(path)/members/:member") { try await setRole($0, $1, target($1.id)) }
        routes.delete("\(path)/members/:member") { try await removeMember($0, $1, target($1.id)) }
    }

    private func show(_ request: Request, _ context: AppRequestContext, _ target: SharedTarget) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        return .json(try await sharing.show(target, userID: userID))
    }

    private func addLink(_ request: Request, _ context: AppRequestContext, _ target: SharedTarget) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let body = try await request.json(LinkCreate.self, context)
        let link = try await sharing.addLink(body, to: target, userID: userID)
        return .json(link, status: .created)
    }

    private func removeLink(_ request: Request, _ context: AppRequestContext, _ target: SharedTarget) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        try await sharing.removeLink(context.pathParameter("link"), from: target, userID: userID)
        return Response(status: .noContent)
    }

    private func setRole(_ request: Request, _ context: AppRequestContext, _ target: SharedTarget) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let body = try await request.json(MemberUpdate.self, context)
        try await sharing.setRole(body.role, of: context.pathParameter("member"), in: target, userID: userID)
        return Response(status: .noContent)
    }

    private func removeMember(_ request: Request, _ context: AppRequestContext, _ target: SharedTarget) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        try await sharing.removeMember(context.pathParameter("member"), from: target, userID: userID)
        return Response(status: .noContent)
    }
}
