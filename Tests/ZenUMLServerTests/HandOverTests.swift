import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Handing projects over")
struct HandOverTests {
    private struct Team: Sendable {
        let ada: String
        let bob: String
        let bobID: String
        let project: String
        let diagram: String
    }

    private static func team(_ server: TestServer, role: Role = .editor) async throws -> Team {
        let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
        let project = try await server.makeProject(bearer: ada)
        let diagram = try await server.makeDiagram("plan", in: project, bearer: ada)
        try await server.share("/api/projects/\(project)", with: bob, as: role, owner: ada)
        return Team(ada: ada, bob: bob, bobID: try await server.id(of: bob), project: project, diagram: diagram)
    }

    private static func handOver(_ server: TestServer, _ team: Team, to member: String? = nil, by bearer: String? = nil) async throws -> Answer {
        try await server.post(
            "/api/projects/\(team.project)/owner", #"{"user_id":"\#(member ?? team.bobID)"}"#, bearer: bearer ?? team.ada)
    }

    @Test(arguments: [Role.viewer, .owner])
    func aProjectPassesOnWithAllThatItHolds(_ role: Role) async throws {
        try await TestServer.with { server in
            let team = try await Self.team(server, role: role)
            let gone = try await server.makeDiagram("gone", in: team.project, bearer: team.ada)
            #expect(try await server.send(.delete, "/api/diagrams/\(gone)", bearer: team.ada).status == 204)
            #expect(try await Self.handOver(server, team).status == 204)
            #expect(try await server.get("/api/projects", bearer: team.bob).array().map { $0["id"] as? String } == [team.project])
            #expect(try await server.get("/api/projects?shared=true", bearer: team.ada).text.contains(team.project))
            #expect(try await server.get("/api/search?q=plan", bearer: team.bob).text.contains(team.diagram))
            #expect(try await server.get("/api/diagrams/trash", bearer: team.bob).text.contains(gone))
            let access = try await server.get("/api/projects/\(team.project)/access", bearer: team.bob)
            #expect(try access.string("owner_id") == team.bobID && access.string("role") == "owner")
            let members = try #require(try access.object()["members"] as? [[String: Any]])
            #expect(members.map { $0["role"] as? String } == ["editor"] && members.map { $0["name"] as? String } == ["ada"])
            let change = try await server.send(
                .patch, "/api/diagrams/\(team.diagram)", json: #"{"name":"x"}"#, bearer: team.ada, headers: ["If-Match": "*"])
            #expect(change.status == 200, "who gave it away still works on it")
            #expect(try await server.send(.delete, "/api/account", bearer: team.ada).status == 204)
            #expect(try await server.get("/api/diagrams/\(team.diagram)", bearer: team.bob).status == 200, "what was given away stays")
        }
    }

    @Test func theOwnerInPersonGivesToAMember() async throws {
        try await TestServer.with { server in
            let team = try await Self.team(server, role: .owner)
            let cy = try await server.register("cy").access
            let cyID = try await server.id(of: cy)
            #expect(try await Self.handOver(server, team, to: cyID, by: team.bob).status == 403, "another owner gives nothing away")
            #expect(try await Self.handOver(server, team, by: cy).status == 404)
            #expect(try await Self.handOver(server, team, to: cyID).status == 404, "cy is no member")
            server.clock.advance(601)
            #expect(try await Self.handOver(server, team).errorType() == "confirmation_required")
        }
    }

    @Test func whoHasNoRoomGetsNothing() async throws {
        try await TestServer.with(settings: ["DIAGRAM_LIMIT": "1"]) { server in
            let team = try await Self.team(server)
            let own = try await server.makeProject(bearer: team.bob)
            _ = try await server.makeDiagram("own", in: own, bearer: team.bob)
            #expect(try await Self.handOver(server, team).status == 409)
            #expect(try await server.get("/api/projects/\(team.project)/access", bearer: team.ada).string("role") == "owner")
        }
    }

    @Test func whoHasNoRoomForItsBytesGetsNothing() async throws {
        try await TestServer.with(settings: ["STORAGE_LIMIT": "1KB"]) { server in
            let team = try await Self.team(server)
            let own = "/api/projects/\(try await server.makeProject(bearer: team.bob))/diagrams"
            let most = String(repeating: "x", count: 990)
            #expect(try await server.post(own, #"{"name":"own","source":"\#(most)"}"#, bearer: team.bob).status == 201)
            #expect(try await Self.handOver(server, team).status == 409)
        }
    }

    @Test func whoLeavesIsToldWhatOthersLose() async throws {
        try await TestServer.with { server in
            let team = try await Self.team(server)
            _ = try await server.makeProject(bearer: team.ada)
            let alone = try await server.makeProject(bearer: team.ada)
            let single = try await server.makeDiagram("single", in: alone, bearer: team.ada)
            for diagram in [single, team.diagram] {
                try await server.share("/api/diagrams/\(diagram)", with: team.bob, as: .viewer, owner: team.ada)
            }
            let shared = try await server.get("/api/account/shared", bearer: team.ada).object()
            let projects = try #require(shared["projects"] as? [[String: Any]])
            #expect(projects.map { $0["id"] as? String } == [team.project])
            #expect((projects[0]["members"] as? [[String: Any]])?.map { $0["user_id"] as? String } == [team.bobID])
            #expect(shared["diagrams"] as? Int == 1, "the other one is in the shared project")
            #expect(try await server.get("/api/account/shared", bearer: team.bob).text == #"{"projects":[],"diagrams":0}"#)
        }
    }

    /// Whatever fails: the project is one person's, and what it holds is that person's in the end.
    @Test(arguments: StoreFaults.Moment.allCases)
    func whatBreaksOffIsBroughtToAnEnd(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment) { server in
            try await Self.team(server)
        } request: { server, team in
            try await Self.handOver(server, team)
        } verify: { server, answers in
            #expect(answers.last?.status == 204)
            server.clock.advance(HandOverJob.delay)
            try await server.work()
            #expect(try await server.store.jobs.findAll(limit: 9).isEmpty)
            let bob = try await server.login("bob").access
            let project = try #require(try await server.get("/api/projects", bearer: bob).array().first?["id"] as? String)
            #expect(try await server.get("/api/search?q=plan", bearer: bob).array().count == 1)
            let access = try await server.get("/api/projects/\(project)/access", bearer: bob)
            #expect((try access.object()["members"] as? [[String: Any]])?.count == 1)
        }
    }

    /// Made by a request that had read the project before.
    @Test func whatWasMadeMeanwhileFollows() async throws {
        try await TestServer.with { server in
            let team = try await Self.team(server)
            #expect(try await Self.handOver(server, team).status == 204)
            let adaID = try await server.id(of: team.ada)
            try await server.store.diagrams.create(Samples.diagram("late", id: "late", projectID: team.project, ownerID: adaID))
            server.clock.advance(HandOverJob.delay)
            try await server.work()
            #expect(try await server.store.diagrams.find(id: "late")?.ownerID == team.bobID)
        }
    }

    /// Nothing that lies in somebody else's project goes with an account, whether it has followed or not.
    @Test func whatHasNotFollowedYetOutlivesTheFormerOwner() async throws {
        try await TestServer.with { server in
            let team = try await Self.team(server)
            let adaID = try await server.id(of: team.ada)
            #expect(try await server.store.projects.setOwner(id: team.project, from: adaID, to: team.bobID))
            #expect(try await server.send(.delete, "/api/account", bearer: team.ada).status == 204)
            #expect(try await server.get("/api/diagrams/\(team.diagram)", bearer: team.bob).status == 200)
            #expect(try await server.get("/api/search?q=plan", bearer: team.bob).array().count == 1)
        }
    }

    /// The repetition of one that broke off brings it to an end.
    @Test func aRepetitionGoesOn() async throws {
        try await TestServer.with { server in
            let team = try await Self.team(server)
            let adaID = try await server.id(of: team.ada)
            try await server.share("/api/diagrams/\(team.diagram)", with: team.bob, as: .viewer, owner: team.ada)
            #expect(try await server.store.projects.setOwner(id: team.project, from: adaID, to: team.bobID))
            let list = try #require(try await server.store.accessLists.find(ids: [team.project]).first)
            var kept = list
            kept.members.append(Member(userID: adaID, role: .editor, addedAt: server.clock.now))
            #expect(try await server.store.accessLists.store(kept))
            server.clock.advance(4)
            #expect(try await Self.handOver(server, team).status == 204)
            #expect(try await server.store.diagrams.find(id: team.diagram)?.ownerID == team.bobID)
            #expect(try await server.get("/api/diagrams?shared=true", bearer: team.bob).text == "[]", "one's own is not shared with one")
        }
    }

    @Test func whoIsLeavingGetsNothing() async throws {
        try await TestServer.with { server in
            let team = try await Self.team(server)
            try await server.store.removedAccounts.note(userID: team.bobID, at: server.clock.now)
            #expect(try await Self.handOver(server, team).status == 404)
            #expect(try await server.get("/api/projects/\(team.project)/access", bearer: team.ada).string("role") == "owner")
            #expect(try await server.store.diagrams.find(id: team.diagram)?.ownerID == server.id(of: team.ada))
        }
    }
}
