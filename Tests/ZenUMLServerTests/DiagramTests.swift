import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("/api/diagrams")
struct DiagramTests {
    /// Nobody who pastes PlantUML has to know what it is called here; what never said its kind stays what it was.
    @Test(arguments: [
        (#"@startuml\n:Guest: --> (Order)\n@enduml"#, "usecase"), (#"@startuml\nclass A\n@enduml"#, "class"), (#"@startuml\n@enduml"#, "class"),
        ("A.b()", "sequence"), ("class A", "sequence"),
    ])
    func aSourceOfPlantUMLTellsItsKind(_ source: String, _ kind: String) async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            let made = try await server.post("/api/projects/\(project)/diagrams", #"{"name":"a","source":"\#(source)"}"#, bearer: ada)
            #expect(try made.string("kind") == kind)
        }
    }

    @Test func aDiagramIsMadeReadAndListed() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            let body = #"{"name":" Größe ","source":"// é\r\nA -> B: \"x\"\n","layout":{"B":{"x":2,"y":3.5},"A":{"x":-1,"y":0}}}"#
            let made = try await server.post("/api/projects/\(project)/diagrams", body, bearer: ada)
            #expect(made.status == 201 && made[header: "ETag"] == "\"1\"")
            let id = try made.string("id")
            #expect(try made.string("source") == "// é\r\nA -> B: \"x\"\n")
            #expect(try made.string("name") == "Größe")
            #expect(try made.string("kind") == "sequence")
            #expect(made.text.contains(#""layout":{"A":{"x":-1,"y":0},"B":{"x":2,"y":3.5}},"revision":1"#))
            let read = try await server.get("/api/diagrams/\(id)", bearer: ada)
            #expect(read.text == made.text && read[header: "ETag"] == "\"1\"")
            let unchanged = try await server.get("/api/diagrams/\(id)", bearer: ada, headers: ["If-None-Match": "\"0\", W/\"1\""])
            #expect(unchanged.status == 304 && unchanged.body.isEmpty)
            let listed = try await server.get("/api/projects/\(project)/diagrams", bearer: ada)
            #expect(try listed.array().count == 1)
            #expect(!listed.text.contains("source"))
            let recent = try await server.get("/api/diagrams?recent", bearer: ada)
            #expect(try recent.array().first?["project_name"] as? String == "Shop")
        }
    }

    @Test func aChangeSaysWhatItWasMadeFrom() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            let path = "/api/diagrams/" + (try await server.makeDiagram("a", in: project, bearer: ada))
            let blind = try await server.send(.patch, path, json: #"{"source":"new"}"#, bearer: ada)
            #expect(blind.status == 428)
            #expect(try blind.errorType() == "precondition_required")
            let first = try await server.send(.patch, path, json: #"{"source":"new"}"#, bearer: ada, headers: ["If-Match": "\"1\""])
            #expect(first.status == 200)
            #expect(first[header: "ETag"] == "\"2\"")
            #expect(try first.string("source") == "new")
            for tag in ["\"1\"", "\"3\"", "W/\"1\"", "2", "\"2\", \"3\""] {
                let late = try await server.send(.put, path, json: #"{"name":"x","source":"late"}"#, bearer: ada, headers: ["If-Match": tag])
                #expect(late.status == 412, "\(tag)")
                #expect(try late.errorType() == "precondition_failed", "\(tag)")
                #expect(try (late.object()["current"] as? [String: Any])?["source"] as? String == "new")
                #expect(late[header: "ETag"] == "\"2\"")
            }
            // A proxy that compresses makes our tag a weak one.
            let put = try await server.send(.put, path, json: #"{"name":"b","source":""}"#, bearer: ada, headers: ["If-Match": "W/\"2\""])
            #expect(put.text.contains(#""name":"b","source":"","layout":{},"revision":3"#))
            let any = try await server.send(.patch, path, json: "{}", bearer: ada, headers: ["If-Match": "*"])
            #expect(any[header: "ETag"] == "\"4\"")
        }
    }

    /// `*` is whatever there is, also while others change it.
    @Test func aChangeOfWhateverThereIsIsNeverLate() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            let path = "/api/diagrams/" + (try await server.makeDiagram("a", in: project, bearer: ada))
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        try await server.send(.patch, path, json: #"{"source":"\#(number)"}"#, bearer: ada, headers: ["If-Match": "*"]).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 200, count: 60))
            #expect(try await server.get(path, bearer: ada)[header: "ETag"] == "\"61\"")
        }
    }

    @Test func aDiagramMovesToAnotherProjectOfItsOwnerOnly() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let (from, to, foreign) = (
                try await server.makeProject(bearer: ada), try await server.makeProject("Other", bearer: ada),
                try await server.makeProject(bearer: bob)
            )
            let path = "/api/diagrams/" + (try await server.makeDiagram("a", in: from, bearer: ada))
            let moved = try await server.send(.patch, path, json: #"{"project_id":"\#(to)"}"#, bearer: ada, headers: ["If-Match": "\"1\""])
            #expect(try moved.string("project_id") == to)
            let refused = try await server.send(.patch, path, json: #"{"project_id":"\#(foreign)"}"#, bearer: ada, headers: ["If-Match": "\"2\""])
            #expect(refused.status == 404)
        }
    }

    @Test func badDiagramsAreRefused() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))/diagrams"
            let cases = [
                #"{"kind":"flow","name":"a"}"#: "body.kind", #"{"name":""}"#: "body.name", #"{"name":"a","source":"a\u0000"}"#: "body.source",
                #"{"name":"a","layout":[]}"#: "body.layout", #"{"name":"a","layout":{"A":{"x":1}}}"#: "body.layout",
                #"{"name":"a","layout":{"A":{"x":"1","y":2}}}"#: "body.layout",
                #"{"name":"a","source":"\#(String(repeating: "x", count: 1 << 20 + 1))"}"#: "body.source",
            ]
            for (body, field) in cases {
                let answer = try await server.post(path, body, bearer: ada)
                #expect(answer.status == 422, "\(body.prefix(60))")
                #expect(try answer.fieldErrors().keys.sorted() == [field], "\(body.prefix(60))")
            }
            let largest = #"{"name":"a","source":"\#(String(repeating: "\\n", count: 1 << 20))"}"#
            #expect(try await server.post(path, largest, bearer: ada).status == 201)
            #expect(try await server.post("/api/projects/none/diagrams", #"{"name":"a"}"#, bearer: ada).status == 404)
        }
    }

    @Test func theTrashKeepsThirtyDaysAndGivesBack() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            let id = try await server.makeDiagram("a", in: project, bearer: ada)
            #expect(try await server.send(.delete, "/api/diagrams/\(id)", bearer: ada).status == 204)
            #expect(try await server.send(.delete, "/api/diagrams/\(id)", bearer: ada).status == 404)
            #expect(try await server.get("/api/diagrams/\(id)", bearer: ada).status == 404)
            #expect(try await server.send(.patch, "/api/diagrams/\(id)", json: "{}", bearer: ada, headers: ["If-Match": "*"]).status == 404)
            #expect(try await server.get("/api/diagrams/trash", bearer: ada).array().first?["id"] as? String == id)
            let restored = try await server.post("/api/diagrams/\(id)/restore", bearer: ada)
            #expect(restored.status == 200)
            #expect(try restored.string("source") == "Alice -> Bob: hello a")
            #expect(try await server.get("/api/diagrams/trash", bearer: ada).text == "[]")
            #expect(try await server.send(.delete, "/api/projects/\(project)", bearer: ada).status == 204)
            #expect(try await server.post("/api/diagrams/\(id)/restore", bearer: ada).status == 200)
            #expect(try await server.get("/api/projects/\(project)", bearer: ada).status == 200)
            #expect(try await server.send(.delete, "/api/diagrams/\(id)?permanent=true", bearer: ada).status == 204)
            #expect(try await server.post("/api/diagrams/\(id)/restore", bearer: ada).status == 404)
        }
    }

    @Test func nobodyHasMoreThanTheLimit() async throws {
        try await TestServer.with(settings: ["DIAGRAM_LIMIT": "2"]) { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            for name in ["a", "b"] { _ = try await server.makeDiagram(name, in: project, bearer: ada) }
            let third = try await server.post("/api/projects/\(project)/diagrams", #"{"name":"c"}"#, bearer: ada)
            #expect(third.status == 403)
            #expect(try third.string("detail").contains("2 diagrams"))
        }
    }

    /// The answer to the request that made the last diagram may have got lost.
    @Test func atTheLimitARepetitionIsAnsweredAsTheFirst() async throws {
        try await TestServer.with(settings: ["DIAGRAM_LIMIT": "1"]) { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))/diagrams"
            func make(_ key: String) async throws -> Answer {
                try await server.post(path, #"{"name":"a"}"#, bearer: ada, headers: ["Idempotency-Key": key])
            }
            let (first, again, other) = (try await make("k"), try await make("k"), try await make("l"))
            #expect(first.status == 201 && again.status == 201 && other.status == 403)
            #expect(first.text == again.text)
        }
    }

    @Test func aRepeatedRequestMakesNothingMore() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))/diagrams"
            let body = #"{"name":"a","source":"A -> B: x"}"#
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for _ in 0..<8 { group.addTask { try await server.post(path, body, bearer: ada, headers: ["Idempotency-Key": "k"]) } }
                return try await group.reduce(into: [Answer]()) { $0.append($1) }
            }
            #expect(Set(answers.map(\.text)).count == 1 && answers.allSatisfy { $0.status == 201 })
            #expect(try await server.post(path, #"{"name":"b"}"#, bearer: ada, headers: ["Idempotency-Key": "k"]).status == 422)
            #expect(try await server.get(path, bearer: ada).array().count == 1)
        }
    }

    /// Its history may have gone already.
    @Test func whatIsBeingRemovedForGoodDoesNotComeBack() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let diagram = try await server.makeDiagram("a", in: server.makeProject(bearer: ada), bearer: ada)
            #expect(try await server.store.diagrams.setDeleted(id: diagram, from: nil, to: Project.removal))
            #expect(try await server.post("/api/diagrams/\(diagram)/restore", bearer: ada).status == 404)
            #expect(try await server.store.diagrams.find(id: diagram)?.deletedAt == Project.removal)
        }
    }
}
