import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

/// As ``FaultInjectionTests``, for projects and diagrams.
@Suite("Store faults at every call, for diagrams")
struct DiagramFaultTests {
    private struct Prepared: Sendable {
        let token: String
        let project: String
        let diagram: String
    }

    @Sendable private static func prepare(_ server: TestServer) async throws -> Prepared {
        let token = try await server.register().access
        let project = try await server.makeProject(bearer: token)
        return Prepared(token: token, project: project, diagram: try await server.makeDiagram("a", in: project, bearer: token))
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func creatingWithAKeyMakesOne(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment, prepare: Self.prepare) { server, prepared in
            try await server.post(
                "/api/projects/\(prepared.project)/diagrams", #"{"name":"new"}"#, bearer: prepared.token, headers: ["Idempotency-Key": "k"])
        } verify: { server, answers in
            #expect(answers.last?.status == 201)
            let token = try await server.login().access
            #expect(try await server.get("/api/diagrams", bearer: token).array().count { $0["name"] as? String == "new" } == 1)
        }
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func savingCountsOnce(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment, prepare: Self.prepare) { server, prepared in
            try await server.send(
                .patch, "/api/diagrams/\(prepared.diagram)", json: #"{"source":"saved"}"#, bearer: prepared.token, headers: ["If-Match": "\"1\""])
        } verify: { server, answers in
            // Saved by the call whose answer got lost, or by this one.
            #expect(answers.last?.status == (moment == .after ? 412 : 200))
            #expect(answers.last?.text.contains(#""source":"saved""#) == true)
            #expect(answers.last?[header: "ETag"] == "\"2\"")
        }
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func aProjectGoesToTheTrashWhole(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment, prepare: Self.prepare) { server, prepared in
            try await server.send(.delete, "/api/projects/\(prepared.project)", bearer: prepared.token)
        } verify: { server, answers in
            #expect(answers.last?.status == 204)
            let token = try await server.login().access
            #expect(try await server.get("/api/diagrams", bearer: token).text == "[]")
            let trash = try await server.get("/api/diagrams/trash", bearer: token).array()
            let project = try #require(trash.first?["project_id"] as? String)
            #expect(try await server.post("/api/projects/\(project)/restore", bearer: token).text.contains(#""kinds":{"sequence":1}"#))
        }
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func readingAndDeletingAnAccount(_ moment: StoreFaults.Moment) async throws {
        for path in ["/api/projects", "/api/diagrams", "/api/search?q=hello", "/api/account/export"] {
            try await EachStoreCall.fails(moment, prepare: Self.prepare) { server, prepared in
                try await server.get(path, bearer: prepared.token)
            } verify: { _, answers in
                #expect(answers.last?.status == 200)
            }
        }
        try await EachStoreCall.fails(moment, prepare: Self.prepare) { server, prepared in
            try await server.send(.delete, "/api/account", bearer: prepared.token)
        } verify: { server, answers in
            // 401 where the person was gone already.
            #expect([204, 401].contains(answers.last?.status))
            let login = #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#
            #expect(try await server.post("/api/auth/login", login).status == 401)
            let again = try await server.register().access
            #expect(try await server.get("/api/projects", bearer: again).text == "[]")
        }
    }
}
