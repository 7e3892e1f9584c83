import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Lists of what is shared, and by whom it was changed")
struct SharedListTests {
    private static func names(_ found: [[String: Any]]) -> [String] { found.map { $0["name"] as? String ?? "-" } }

    private static func changer(_ found: [String: Any]?) -> String? {
        (found?["changed_by"] as? [String: Any])?["name"] as? String
    }

    /// All pages of a list.
    private static func pages(_ server: TestServer, _ first: String, _ bearer: String) async throws -> [[[String: Any]]] {
        var pages: [[[String: Any]]] = []
        var path: String? = first
        while let current = path {
            let page = try await server.get(current, bearer: bearer)
            pages.append(try page.array())
            path = page[header: "Link"].flatMap { $0.firstMatch(of: /<([^>]+)>; rel="next"/).map { String($0.1) } }
        }
        return pages
    }

    @Test func whatIsInASharedProjectIsFoundByItsMembers() async throws {
        try await TestServer.with { server in
            let (ada, bob, eve) = (
                try await server.register().access, try await server.register("bob").access, try await server.register("eve").access
            )
            let (project, kept) = (try await server.makeProject(bearer: ada), try await server.makeProject("Kept", bearer: ada))
            let diagram = try await server.makeDiagram("plan", in: project, bearer: ada)
            _ = try await server.makeDiagram("secret", in: kept, bearer: ada)
            #expect(try await server.get("/api/search?q=hello", bearer: bob).text == "[]")
            try await server.share("/api/projects/\(project)", with: bob, as: .viewer, owner: ada)
            let found = try await server.get("/api/search?q=hello", bearer: bob).array()
            #expect(Self.names(found) == ["plan"] && found[0]["id"] as? String == diagram)
            #expect(found[0]["shared"] as? Bool == true && found[0]["project_name"] as? String == "Shop")
            #expect(found[0]["snippet"] as? String == "Alice -> Bob: hello plan")
            let own = try await server.get("/api/search?q=hello", bearer: ada).array()
            #expect(own.count == 2 && own.allSatisfy { $0["shared"] as? Bool == false }, "who shares it finds it once, and as their own")
            #expect(try await server.get("/api/search?q=hello", bearer: eve).text == "[]")
            #expect(try await server.send(.delete, "/api/diagrams/\(diagram)", bearer: ada).status == 204)
            #expect(try await server.get("/api/search?q=hello", bearer: bob).text == "[]", "it is in the trash")
            #expect(try await server.post("/api/diagrams/\(diagram)/restore", bearer: ada).status == 200)
            #expect(try await server.get("/api/search?q=hello", bearer: bob).array().count == 1)
            let member = "/api/projects/\(project)/members/\(try await server.id(of: bob))"
            #expect(try await server.send(.delete, member, bearer: bob).status == 204)
            #expect(try await server.get("/api/search?q=hello", bearer: bob).text == "[]", "who has left finds nothing, at once")
        }
    }

    @Test func whatIsSharedByALinkIsFoundUntilThatEnds() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            _ = try await server.makeDiagram("plan", in: project, bearer: ada)
            let link = try await server.makeLink("view", to: "/api/projects/\(project)", bearer: ada, days: 2)
            _ = try await server.accept(link.token, bearer: bob)
            #expect(try await server.get("/api/search?q=plan", bearer: bob).array().count == 1)
            server.clock.advance(2 * 86_400 + 1)
            let late = try await server.login("bob").access
            #expect(try await server.get("/api/search?q=plan", bearer: late).text == "[]")
        }
    }

    @Test func ofADiagramThatIsSharedAloneTheProjectIsNotTold() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            let diagram = try await server.makeDiagram("plan", in: project, bearer: ada)
            _ = try await server.makeDiagram("secret", in: project, bearer: ada)
            try await server.share("/api/diagrams/\(diagram)", with: bob, as: .commenter, owner: ada)
            let found = try await server.get("/api/search?q=hello", bearer: bob).array()
            #expect(Self.names(found) == ["plan"])
            #expect(found[0]["shared"] as? Bool == true && found[0]["project_name"] is NSNull)
            try await server.share("/api/projects/\(project)", with: bob, as: .viewer, owner: ada)
            let both = try await server.get("/api/search?q=hello", bearer: bob).array()
            #expect(Set(Self.names(both)) == ["plan", "secret"] && both.count == 2)
            #expect(both.allSatisfy { $0["project_name"] as? String == "Shop" }, "it is shared, too")
        }
    }

    /// Some are made at once: in rank and age they are equal.
    @Test func onesOwnAndWhatIsSharedAreOneOrder() async throws {
        try await TestServer.with { server in
            let bearers = try await ["ada", "bob", "cy"].asyncMap { try await server.register($0).access }
            let projects = try await bearers.asyncMap { try await server.makeProject(bearer: $0) }
            let ada = bearers[0]
            for (owner, project) in zip(bearers, projects).dropFirst() {
                try await server.share("/api/projects/\(project)", with: ada, as: .viewer, owner: owner)
            }
            for round in 0..<5 {
                for (index, (bearer, project)) in zip(bearers, projects).enumerated() {
                    for number in 0..<3 {
                        let name = number == 0 ? "hello \(round) \(index)" : "d\(round) \(index) \(number)"
                        _ = try await server.makeDiagram(name, in: project, bearer: bearer)
                    }
                    if index == 1 { server.clock.advance(1) }
                }
            }
            let pages = try await Self.pages(server, "/api/search?q=hello", ada)
            #expect(pages.map(\.count) == [20, 20, 5])
            let all = pages.flatMap { $0 }
            #expect(Set(Self.names(all)).count == 45, "none is repeated, none skipped")
            let keys = all.map { "\(($0["name"] as? String ?? "").hasPrefix("hello") ? 1 : 0) \($0["created_at"] as? String ?? "")" }
            #expect(keys == keys.sorted(by: >))
            #expect(all.count { $0["shared"] as? Bool == true } == 30)
            #expect(try await Self.pages(server, "/api/search?q=hello", bearers[1]).flatMap { $0 }.count == 15)
        }
    }

    @Test func listsTellWhoChangedADiagramLast() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            let (diagram, alone) = (
                try await server.makeDiagram("plan", in: project, bearer: ada), try await server.makeDiagram("alone", in: project, bearer: ada)
            )
            try await server.share("/api/diagrams/\(diagram)", with: bob, as: .editor, owner: ada)
            try await server.share("/api/diagrams/\(alone)", with: bob, as: .viewer, owner: ada)
            let change = try await server.send(
                .patch, "/api/diagrams/\(diagram)", json: #"{"source":"A -> B: hello"}"#, bearer: bob, headers: ["If-Match": "*"])
            #expect(change.status == 200)
            for path in ["/api/projects/\(project)/diagrams", "/api/diagrams", "/api/search?q=hello"] {
                let list = try await server.get(path, bearer: ada).array()
                #expect(Self.changer(list.first { $0["name"] as? String == "plan" }) == "bob", "\(path)")
                #expect(Self.changer(list.first { $0["name"] as? String == "alone" }) == "ada", "\(path)")
            }
            let shared = try await server.get("/api/diagrams?shared=true", bearer: bob).array()
            #expect(Self.changer(shared.first { $0["name"] as? String == "alone" }) == "ada")
            let person = try #require(shared.first { $0["name"] as? String == "plan" }?["changed_by"] as? [String: String])
            #expect(person == ["id": try await server.id(of: bob), "name": "bob"])
            let link = try await server.makeLink("view", to: "/api/projects/\(project)", bearer: ada)
            let opened = try #require(try await server.open(link.token).object()["diagrams"] as? [[String: Any]])
            #expect(opened.count == 2 && opened.allSatisfy { $0["changed_by"] == nil }, "who has only a link sees nobody's name")
            #expect(try await server.send(.delete, "/api/account", bearer: bob).status == 204)
            let later = try await server.get("/api/projects/\(project)/diagrams", bearer: ada).array()
            #expect(later.first { $0["name"] as? String == "plan" }?["changed_by"] is NSNull, "that account is gone")
        }
    }
}
