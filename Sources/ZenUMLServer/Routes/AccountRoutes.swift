import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// A person's account as a whole.
struct AccountRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.delete("/api/account", use: delete)
        routes.get("/api/account/storage", use: storage)
        routes.get("/api/account/export", use: export)
        routes.post("/api/account/import", use: importExport)
    }

    @Sendable func storage(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        return .json(try await dependencies.diagrams.quota.state(of: current.user.id))
    }

    @Sendable func export(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let body = try await context.whileClientWaits { try await dependencies.accounts.export(current.user) }.body()
        let day = String(decoding: dependencies.clock.now.ISO8601Format().utf8.prefix(10), as: UTF8.self)
        let headers: HTTPFields = [.contentType: "application/zip", .contentDisposition: "attachment; filename=\"zenuml-\(day).zip\""]
        return Response(status: .ok, headers: headers, body: body)
    }

    @Sendable func importExport(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        let key = try IdempotencyKey.read(from: request.headers)
        let made = try await dependencies.accounts.importExport(key: key, ownerID: current.user.id) { file in
            try await request.write(into: file, ofType: "application/zip", context)
        }
        return .json(ImportResponse(projects: made.projects, diagrams: made.diagrams), status: .created)
    }

    @Sendable func delete(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let current = try await dependencies.currentUser(of: request, context)
        try await dependencies.confirmations.requireRecent(current)
        try await dependencies.accounts.delete(current.user.id)
        var response = Response(status: .noContent)
        TokenTransport(request, context, dependencies.settings).removeRefreshToken(from: &response)
        return response
    }
}
