import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

/// Every route that names something, tried with another person's token and with none.
@Suite("Ownership")
struct OwnershipTests {
    private static let routes: [(HTTPRequest.Method, String, String?)] = [
        (.get, "/api/projects/P", nil), (.patch, "/api/projects/P", #"{"name":"x"}"#), (.delete, "/api/projects/P", nil),
        (.post, "/api/projects/P/restore", nil), (.get, "/api/projects/P/diagrams", nil), (.post, "/api/projects/P/diagrams", #"{"name":"x"}"#),
        (.get, "/api/diagrams/D", nil), (.put, "/api/diagrams/D", #"{"name":"x","source":""}"#), (.patch, "/api/diagrams/D", #"{"name":"x"}"#),
        (.delete, "/api/diagrams/D", nil), (.delete, "/api/diagrams/D?permanent=true", nil), (.post, "/api/diagrams/D/restore", nil),
        (.get, "/api/diagrams/D.svg", nil), (.get, "/api/diagrams/D.png", nil), (.get, "/api/diagrams/D.pdf", nil),
    ]

    @Test func whatIsAnothersIsNotFoundAndStays() async throws {
        try await TestServer.with { server in
            let (ada, eve) = (try await server.register().access, try await server.register("eve").access)
            let project = try await server.makeProject(bearer: ada)
            let diagram = try await server.makeDiagram("a", in: project, bearer: ada)
            let before = try await server.get("/api/diagrams/\(diagram)", bearer: ada).text
            for (method, template, body) in Self.routes {
                let path = template.replacing("P", with: project).replacing("D", with: diagram)
                let missing = template.replacing("P", with: UUID().uuidString).replacing("D", with: UUID().uuidString)
                let headers = ["If-Match": "\"1\""]
                let foreign = try await server.send(method, path, json: body, bearer: eve, headers: headers)
                let nothing = try await server.send(method, missing, json: body, bearer: eve, headers: headers)
                #expect(foreign.status == 404 && foreign.text == nothing.text, "\(method) \(template)")
                #expect(try await server.send(method, path, json: body, headers: headers).status == 401, "\(method) \(template)")
            }
            #expect(try await server.get("/api/diagrams/\(diagram)", bearer: ada).text == before)
            for path in ["/api/projects", "/api/diagrams", "/api/diagrams/trash", "/api/search?q=hello"] {
                #expect(try await server.get(path, bearer: eve).text == "[]", "\(path)")
                #expect(try await server.get(path).status == 401, "\(path)")
            }
            #expect(try await server.send(.delete, "/api/account").status == 401)
        }
    }

    /// A request that runs beside the removal, here or on another server, can still make something.
    @Test func whatIsMadeBesideARemovalIsRemovedToo() async throws {
        try await TestServer.with { server in
            let tokens = try await server.register()
            let id = try #require(try await server.get("/api/auth/me", bearer: tokens.access).object()["id"] as? String)
            #expect(try await server.send(.delete, "/api/account", bearer: tokens.access).status == 204)
            let late = (project: Samples.project("late", ownerID: id), diagram: Samples.diagram("late", projectID: "project-late", ownerID: id))
            try await server.store.projects.create(late.project)
            try await server.store.diagrams.create(late.diagram)
            try await server.store.refreshTokens.create(Samples.session("late", userID: id))
            let removal = server.application.dependencies.accounts.removal
            await removal.removeLeftovers()
            #expect(try await server.store.projects.count(ownerID: id) == 0)
            #expect(try await server.store.diagrams.usage(ownerID: id).count == 0)
            #expect(try await server.store.refreshTokens.find(id: "late") == nil)
            #expect(try await server.store.removedAccounts.findAll(limit: 9).map(\.userID) == [id])
            server.clock.advance(AccountRemoval.watch + 1)
            await removal.removeLeftovers()
            #expect(try await server.store.removedAccounts.findAll(limit: 9).isEmpty, "no request takes so long")
        }
    }

    @Test func aDeletedAccountTakesEverythingAlong() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            _ = try await server.makeDiagram("a", in: project, bearer: ada)
            let other = try await server.makeProject(bearer: bob)
            server.clock.advance(601)
            let late = try await server.send(.delete, "/api/account", bearer: ada)
            #expect(late.status == 403)
            #expect(try late.errorType() == "confirmation_required")
            let fresh = try await server.login().access
            #expect(try await server.send(.delete, "/api/account", bearer: fresh).status == 204)
            for token in [ada, fresh] { #expect(try await server.get("/api/projects", bearer: token).status == 401) }
            #expect(try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#).status == 401)
            let again = try await server.register().access
            #expect(try await server.get("/api/diagrams", bearer: again).text == "[]")
            #expect(try await server.get("/api/projects/\(other)", bearer: bob).status == 200)
        }
    }
}
