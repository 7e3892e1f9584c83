import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

/// Every route that names a project or a diagram, tried with every role: the list of routes comes from the server, so that none can be
/// forgotten here.
@Suite("Access matrix")
struct AccessMatrixTests {
    /// For the owner in person: who has the role can't give away what is another's.
    private static let ownersOwn = "POST /api/projects/{id}/owner"

    private static let needed: [String: Role] = [
        "GET /api/projects/{id}": .viewer, "PATCH /api/projects/{id}": .editor, "DELETE /api/projects/{id}": .owner,
        "POST /api/projects/{id}/restore": .owner, ownersOwn: .owner, "GET /api/projects/{id}/diagrams": .viewer,
        "POST /api/projects/{id}/diagrams": .editor,
        "GET /api/projects/{id}/access": .viewer, "POST /api/projects/{id}/links": .owner, "DELETE /api/projects/{id}/links/{link}": .owner,
        "PATCH /api/projects/{id}/members/{member}": .owner, "DELETE /api/projects/{id}/members/{member}": .owner,
        "GET /api/diagrams/{id}": .viewer, "PUT /api/diagrams/{id}": .editor, "PATCH /api/diagrams/{id}": .editor,
        "DELETE /api/diagrams/{id}": .editor, "POST /api/diagrams/{id}/restore": .editor, "GET /api/diagrams/{id}.svg": .viewer,
        "GET /api/diagrams/{id}.png": .viewer, "GET /api/diagrams/{id}.pdf": .viewer, "GET /api/diagrams/{id}/access": .viewer,
        "POST /api/diagrams/{id}/links": .owner, "DELETE /api/diagrams/{id}/links/{link}": .owner,
        "PATCH /api/diagrams/{id}/members/{member}": .owner, "DELETE /api/diagrams/{id}/members/{member}": .owner,
        "GET /api/diagrams/{id}/versions": .editor, "GET /api/diagrams/{id}/diff": .editor, "POST /api/diagrams/{id}/versions": .editor,
        "GET /api/diagrams/{id}/versions/{revision}": .editor,
        "DELETE /api/diagrams/{id}/versions/{revision}": .owner, "GET /api/diagrams/{id}/versions/{revision}.svg": .editor,
        "POST /api/diagrams/{id}/versions/{revision}/restore": .editor,
    ]

    private static let bodies = [
        "PATCH /api/projects/{id}": #"{"name":"x"}"#, "POST /api/projects/{id}/diagrams": #"{"name":"x"}"#,
        "PUT /api/diagrams/{id}": #"{"name":"x","source":""}"#, "PATCH /api/diagrams/{id}": #"{"name":"x"}"#,
        "POST /api/diagrams/{id}/versions": #"{"name":"x"}"#,
    ]

    private static func body(_ route: String) -> String? {
        if route == ownersOwn { return #"{"user_id":"somebody"}"# }
        if route.hasSuffix("/links") { return #"{"kind":"view"}"# }
        if route.hasPrefix("PATCH"), route.hasSuffix("{member}") { return #"{"role":"editor"}"# }
        return bodies[route]
    }

    private static func isAbout(_ route: String) -> Bool {
        route.contains(" /api/projects/{id}") || route.contains(" /api/diagrams/{id}")
    }

    @Test func everyRouteAsksForItsRole() async throws {
        try await TestServer.with { server in
            let routes = server.application.routes.map { "\($0.method) \($0.path)" }.filter(Self.isAbout)
            #expect(Set(routes) == Set(Self.needed.keys))
            let (ada, bob, cy) = (
                try await server.register().access, try await server.register("bob").access, try await server.register("cy").access
            )
            for (route, needed) in Self.needed {
                for role in [nil] + Role.allCases.map(Optional.some) {
                    for isOfDiagram in route.contains("/api/diagrams") ? [false, true] : [false] {
                        let status = try await Self.status(of: route, for: bob, role, isOfDiagram, owner: ada, other: cy, server)
                        let name = "\(route) as \(role?.rawValue ?? "stranger") of the \(isOfDiagram ? "diagram" : "project")"
                        switch role {
                        case nil: #expect(status == 404, "\(name)")
                        case .some(..<needed): #expect(status == 403, "\(name)")
                        case .owner where route == Self.ownersOwn: #expect(status == 403, "\(name)")
                        default: #expect((200..<300).contains(status) || status == 501, "\(name): \(status)")
                        }
                    }
                }
            }
        }
    }

    private static func status(
        of route: String, for bearer: String, _ role: Role?, _ isOfDiagram: Bool, owner: String, other: String, _ server: TestServer
    ) async throws -> Int {
        let project = try await server.makeProject(bearer: owner)
        let diagram = try await server.makeDiagram("a", in: project, bearer: owner)
        let path = route.contains("/api/projects") ? "/api/projects/\(project)" : "/api/diagrams/\(diagram)"
        if let role {
            try await server.share(isOfDiagram ? "/api/diagrams/\(diagram)" : "/api/projects/\(project)", with: bearer, as: role, owner: owner)
        }
        let link = route.contains("{link}") ? try await server.makeLink("view", to: path, bearer: owner).id : ""
        if route.contains("{member}") { try await server.share(path, with: other, as: .viewer, owner: owner) }
        let member = route.contains("{member}") ? try await server.id(of: other) : ""
        if route.contains("{revision}") { _ = try await server.post("\(path)/versions", #"{"name":"x"}"#, bearer: owner) }
        let parts = route.split(separator: " ").map(String.init)
        let address =
            parts[1].replacing("/api/projects/{id}", with: path).replacing("/api/diagrams/{id}", with: path)
            .replacing("{link}", with: link).replacing("{member}", with: member).replacing("{revision}", with: "1")
            + (route.hasSuffix("/diff") ? "?from=1" : "")
        let method = try #require(HTTPRequest.Method(parts[0]))
        return try await server.send(method, address, json: body(route), bearer: bearer, headers: ["If-Match": "\"1\""]).status
    }
}
