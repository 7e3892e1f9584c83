import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("/api/projects")
struct ProjectTests {
    @Test func aProjectIsMadeChangedAndListed() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let made = try await server.post("/api/projects", #"{"name":"  Shop ","description":" Orders\n"}"#, bearer: ada)
            #expect(made.status == 201)
            let id = try made.string("id")
            #expect(try made.string("name") == "Shop")
            #expect(try made.string("description") == "Orders")
            #expect(
                made.text.hasSuffix(
                    #""archived":false,"created_at":"2096-10-02T07:06:40.000Z","updated_at":"2096-10-02T07:06:40.000Z","diagrams":{"total":0,"kinds":{}}}"#
                ))
            server.clock.advance(1)
            let changed = try await server.send(.patch, "/api/projects/\(id)", json: #"{"archived":true,"name":"Store"}"#, bearer: ada)
            #expect(try changed.string("name") == "Store")
            #expect(try changed.object()["archived"] as? Bool == true)
            #expect(try changed.string("updated_at") == "2096-10-02T07:06:41.000Z")
            #expect(try changed.string("description") == "Orders")
            #expect(try await server.get("/api/projects/\(id)/", bearer: ada).text == changed.text)
            #expect(try await server.get("/api/projects", bearer: ada).text == "[\(changed.text)]")
            #expect(try await server.get("/api/projects?archived=false", bearer: ada).text == "[]")
            #expect(try await server.get("/api/projects?q=STO&archived=true", bearer: ada).array().count == 1)
        }
    }

    @Test func badProjectsAreRefused() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let long = String(repeating: "n", count: 256)
            let cases = [
                #"{}"#: ["body.name": "Field required"],
                #"{"name":" "}"#: ["body.name": "Project name cannot be empty"],
                #"{"name":"\#(long)"}"#: ["body.name": "Project name cannot be longer than 255 characters"],
                #"{"name":"a\u0000"}"#: ["body.name": "Project name cannot contain the character U+0000"],
                #"{"name":"a","description":7}"#: ["body.description": "Input should be a valid string"],
            ]
            for (body, errors) in cases {
                let answer = try await server.post("/api/projects", body, bearer: ada)
                #expect(answer.status == 422)
                #expect(try answer.fieldErrors() == errors)
            }
            #expect(try await server.get("/api/projects", bearer: ada).text == "[]")
        }
    }

    @Test(arguments: ["name", "created", "updated"])
    func pagesFollowTheLink(_ order: String) async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            for index in 0..<7 {
                _ = try await server.post("/api/projects", #"{"name":"P\#(index % 3)&="}"#, bearer: ada)
                if index.isMultiple(of: 2) { server.clock.advance(1) }
            }
            var path: String? = "/api/projects?limit=3&sort=\(order)&q=P"
            var ids: [String] = []
            while let current = path {
                let page = try await server.get(current, bearer: ada)
                ids += try page.array().compactMap { $0["id"] as? String }
                path = page[header: "Link"].flatMap { $0.firstMatch(of: /<([^>]+)>; rel="next"/).map { String($0.1) } }
            }
            #expect(ids.count == 7 && Set(ids).count == 7)
        }
    }

    @Test func badQueriesAreRefused() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let long = String(repeating: "q", count: 201)
            for query in [
                "sort=size", "limit=0", "limit=101", "cursor=***", "cursor=YWJj", "archived=maybe", "q=\(long)", "q=%00", "limit=1&limit=2",
            ] {
                let answer = try await server.get("/api/projects?\(query)", bearer: ada)
                #expect(answer.status == 422, "\(query)")
            }
        }
    }

    @Test func aRepeatedRequestMakesNothingMore() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let key = ["Idempotency-Key": "k-1"]
            let first = try await server.post("/api/projects", #"{"name":"A"}"#, bearer: ada, headers: key)
            let again = try await server.post("/api/projects", #"{"name":"A"}"#, bearer: ada, headers: key)
            #expect(again.status == 201 && again.text == first.text)
            let other = try await server.post("/api/projects", #"{"name":"B"}"#, bearer: ada, headers: key)
            #expect(other.status == 422)
            #expect(try other.fieldErrors() == ["header.Idempotency-Key": "The key was used for another request"])
            #expect(try await server.post("/api/projects", #"{"name":"B"}"#, bearer: bob, headers: key).status == 201)
            #expect(try await server.get("/api/projects", bearer: ada).array().count == 1)
            let empty = try await server.post(
                "/api/projects", #"{"name":"C"}"#, bearer: ada, headers: ["Idempotency-Key": String(repeating: "k", count: 256)])
            #expect(empty.status == 422)
        }
    }

    @Test func aDeletedProjectTakesItsDiagramsAlongAndBringsThemBack() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            let (first, second) = (
                try await server.makeDiagram("a", in: project, bearer: ada), try await server.makeDiagram("b", in: project, bearer: ada)
            )
            #expect(try await server.send(.delete, "/api/diagrams/\(first)", bearer: ada).status == 204)
            server.clock.advance(1)
            #expect(try await server.send(.delete, "/api/projects/\(project)", bearer: ada).status == 204)
            for path in ["/api/projects/\(project)", "/api/projects/\(project)/diagrams", "/api/diagrams/\(second)"] {
                #expect(try await server.get(path, bearer: ada).status == 404, "\(path)")
            }
            #expect(try await server.get("/api/diagrams/trash", bearer: ada).array().compactMap { $0["name"] as? String } == ["b", "a"])
            let restored = try await server.post("/api/projects/\(project)/restore", bearer: ada)
            #expect(restored.status == 200 && restored.text.contains(#""kinds":{"sequence":1}"#))
            #expect(try await server.get("/api/diagrams/\(second)", bearer: ada).status == 200)
            #expect(try await server.get("/api/diagrams/\(first)", bearer: ada).status == 404)
            #expect(try await server.post("/api/projects/\(project)/restore", bearer: ada).status == 200)
        }
    }

    /// The answer to the request that made the last project may have got lost.
    @Test func atTheLimitARepetitionIsAnsweredAsTheFirst() async throws {
        try await StoreKind.underTest.withStore { store in
            var projects = ProjectService(store: store, access: AccessService(store: store, clock: .system), clock: .system, random: .system)
            projects.limit = 1
            let limited = projects
            func make(_ key: String) async throws -> ProjectOverview {
                try await limited.create(ProjectCreate(name: "a", description: ""), key: key, ownerID: "ada")
            }
            let first = try await make("k")
            #expect(try await make("k") == first)
            await #expect(throws: DomainError.self) { try await make("l") }
        }
    }
}
