import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Versions")
struct VersionTests {
    private static func save(_ source: String, _ path: String, _ server: TestServer, _ bearer: String) async throws {
        let body = String(decoding: try JSONSerialization.data(withJSONObject: ["source": source]), as: UTF8.self)
        let saved = try await server.send(.patch, path, json: body, bearer: bearer, headers: ["If-Match": "*"])
        #expect(saved.status == 200)
    }

    @Test func afterFiveMinutesOfWorkAVersionIsKept() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            for minute in 0..<12 {
                try await Self.save("A -> B: \(minute)", path, server, ada)
                server.clock.advance(60)
            }
            let versions = try await server.get("\(path)/versions", bearer: ada).array()
            #expect(versions.map { $0["revision"] as? Int } == [11, 6])
            #expect(versions.allSatisfy { $0["author_name"] as? String == "ada" && $0["reason"] as? String == "automatic" && $0["name"] is NSNull })
            let sixth = try await server.get("\(path)/versions/6", bearer: ada)
            #expect(try sixth.string("source") == "A -> B: 4")
            #expect(try await server.get("\(path)/versions/6.svg", bearer: ada).text.contains("4"))
            #expect(try await server.get("\(path)/versions/7", bearer: ada).status == 404)
            #expect(try await server.get("\(path)/versions/13", bearer: ada).string("source") == "A -> B: 11", "what it is now")
            for wrong in ["0", "x", "-1", "99999999999999999999"] {
                #expect(try await server.get("\(path)/versions/\(wrong)", bearer: ada).status == 404, "\(wrong)")
            }
        }
    }

    @Test func whatIsReplacedIsKept() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            let long = (0..<30).map { "A -> B: \($0)" }.joined(separator: "\n")
            try await Self.save(long, path, server, ada)
            try await Self.save(long + "\nA -> B: more", path, server, ada)
            #expect(try await server.get("\(path)/versions", bearer: ada).text == "[]")
            try await Self.save("", path, server, ada)
            let versions = try await server.get("\(path)/versions", bearer: ada).array()
            #expect(versions.map { $0["reason"] as? String } == ["replaced"])
            #expect(try await server.get("\(path)/versions/3", bearer: ada).string("source") == long + "\nA -> B: more")
        }
    }

    @Test func anEarlierVersionIsRestoredAndThatTakenBack() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            let named = try await server.post("\(path)/versions", #"{"name":" Release 1 "}"#, bearer: ada)
            #expect(named.status == 201)
            #expect(try named.string("name") == "Release 1" && named.string("reason") == "named")
            try await Self.save("A -> B: later", path, server, ada)
            #expect(try await server.post("\(path)/versions/1/restore", bearer: ada).status == 428)
            #expect(try await server.post("\(path)/versions/1/restore", bearer: ada, headers: ["If-Match": "\"1\""]).status == 412)
            let restored = try await server.post("\(path)/versions/1/restore", bearer: ada, headers: ["If-Match": "\"2\""])
            #expect(try restored.string("source") == "Alice -> Bob: hello a" && restored[header: "ETag"] == "\"3\"")
            let versions = try await server.get("\(path)/versions", bearer: ada).array()
            #expect(versions.map { $0["revision"] as? Int } == [2, 1])
            let back = try await server.post("\(path)/versions/2/restore", bearer: ada, headers: ["If-Match": "\"3\""])
            #expect(try back.string("source") == "A -> B: later")
            #expect(
                try await server.post("\(path)/versions", #"{"name":" "}"#, bearer: ada).fieldErrors() == [
                    "body.name": "Version name cannot be empty"
                ])
        }
    }

    @Test func twoRevisionsAreComparedByTheirElements() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            _ = try await server.post("\(path)/versions", #"{"name":"First"}"#, bearer: ada)
            try await Self.save("Alice -> Bob: hello a\nBob -> Cy: new", path, server, ada)
            let answer = try await server.get("\(path)/diff?from=1&theme=dark", bearer: ada)
            let body = try answer.object()
            #expect(body["from"] as? Int == 1 && body["to"] as? Int == 2)
            let changes = try #require(body["changes"] as? [[String: Any]])
            #expect(changes.map { $0["label"] as? String } == ["Bob sends to Cy: new", "Participant Cy"])
            #expect(changes.allSatisfy { $0["change"] as? String == "added" && $0["line"] as? Int == 2 })
            #expect((body["after"] as? String)?.contains("added: Bob sends to Cy: new") == true)
            #expect((body["before"] as? String)?.contains("Cy") == false)
            let back = try await server.get("\(path)/diff?from=2&to=1", bearer: ada).object()
            #expect((back["changes"] as? [[String: Any]])?.allSatisfy { $0["change"] as? String == "removed" } == true)
            #expect(try await server.get("\(path)/diff?from=2&to=2", bearer: ada).object()["changes"] as? [String] == [])
            #expect(try await server.get("\(path)/diff?from=7", bearer: ada).status == 404)
            #expect(try await server.get("\(path)/diff", bearer: ada).fieldErrors() == ["query.from": "Field required"])
            #expect(try await server.get("\(path)/diff?from=0", bearer: ada).status == 422)
        }
    }

    @Test func whatIsKeptAlreadyKeepsItsName() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            for _ in 0..<2 { #expect(try await server.post("\(path)/versions", #"{"name":"First"}"#, bearer: ada).status == 201) }
            let other = try await server.post("\(path)/versions", #"{"name":"Second"}"#, bearer: ada)
            #expect(try other.status == 409 && other.string("detail") == "This is kept already as “First”")
        }
    }

    /// What is kept is what is replaced, whatever somebody else has made of it meanwhile.
    @Test func restoringKeepsWhatItReplaces() async throws {
        let interruption = StoreInterruption()
        try await StoreKind.underTest.withStore { base in
            try await TestServer.on(FaultyStore(base, interruption)) { server in
                let ada = try await server.register().access
                let project = try await server.makeProject(bearer: ada)
                for match in ["*", "\"2\""] {
                    for number in 1... {
                        let id = try await server.makeDiagram("a", in: project, bearer: ada)
                        let path = "/api/diagrams/\(id)"
                        #expect(try await server.post("\(path)/versions", #"{"name":"First"}"#, bearer: ada).status == 201)
                        try await Self.save("A -> B: second", path, server, ada)
                        interruption.prepare(call: number) {
                            let change = DiagramChange(
                                id: id, revision: 2, source: "A -> B: by somebody else", updatedAt: Samples.time, changedBy: nil, checkpointAt: nil)
                            _ = try await base.diagrams.change(change)
                        }
                        let answer = try await server.post("\(path)/versions/1/restore", bearer: ada, headers: ["If-Match": match])
                        guard interruption.isDone else {
                            #expect(number > 3, "there were calls")
                            break
                        }
                        let found = try #require(try await base.diagrams.find(id: id))
                        let kept = try await base.versions.findAll(diagramID: id).map(\.revision)
                        if answer.status == 200, found.revision == 4 {
                            let replaced = try await base.versions.find(diagramID: id, revision: 3)
                            #expect(replaced?.content.source == "A -> B: by somebody else", "before call \(number), \(match)")
                            #expect(found.history.checkpointAt != nil)
                        } else {
                            #expect(match == "*" ? found.revision == 3 : answer.status == 412, "before call \(number): \(answer.status)")
                            #expect(Set(kept).isSubset(of: [1, 2]))
                        }
                    }
                }
            }
        }
    }

    @Test func quickChangesPushNothingOut() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            let texts = ["x", "y"].map { String(repeating: "\($0) -> B: hello\n", count: 30) }
            try await Self.save("A -> B: good work", path, server, ada)
            server.clock.advance(600)
            for number in 0..<230 {
                try await Self.save(texts[number % 2], path, server, ada)
                server.clock.advance(1)
                try await server.work()
            }
            let versions = try await server.get("\(path)/versions", bearer: ada).array()
            #expect(versions.count == VersionThinning.most)
            #expect(versions.last?["revision"] as? Int == 2)
            #expect(try await server.get("\(path)/versions/2", bearer: ada).string("source") == "A -> B: good work")
        }
    }

    @Test func anOwnerRemovesVersions() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            for number in 0..<200 {
                #expect(try await server.post("\(path)/versions", #"{"name":"n\#(number)"}"#, bearer: ada).status == 201)
                try await Self.save("A -> B: \(number)", path, server, ada)
            }
            #expect(try await server.post("\(path)/versions", #"{"name":"more"}"#, bearer: ada).status == 409)
            #expect(try await server.send(.delete, "\(path)/versions/7", bearer: ada).status == 204)
            #expect(try await server.send(.delete, "\(path)/versions/7", bearer: ada).status == 404)
            #expect(try await server.post("\(path)/versions", #"{"name":"more"}"#, bearer: ada).status == 201)
        }
    }

    /// Whatever the store refuses, and whenever: no version and no change is lost or made twice.
    @Test func aServerThatDiesBetweenVersionAndChangeLosesNothing() async throws {
        try await StoreKind.underTest.withStore { store in
            let clock = TestClock()
            let access = AccessService(store: store, clock: clock.wallClock)
            let checkpoints = Checkpoints(
                versions: store.versions, queue: JobQueue(jobs: store.jobs, clock: clock.wallClock), clock: clock.wallClock)
            var diagram = Samples.diagram("d", ownerID: "ada", at: clock.wallClock.now)
            diagram.history.changedBy = "ada"
            try await store.diagrams.create(diagram)
            clock.advance(301)
            // As if it had died then: the version is there, the change is not.
            #expect(try await checkpoints.keepIfDue(diagram, before: DiagramUpdate(source: "new"), at: clock.wallClock.now))
            let service = DiagramService(
                store: store, access: access, checkpoints: checkpoints,
                quota: StorageQuota(diagrams: store.diagrams, diagramLimit: 9, byteLimit: nil, clock: clock.wallClock), clock: clock.wallClock,
                random: .system)
            let changed = try await service.change(diagram.id, DiagramUpdate(source: "new"), from: .exactly(1), userID: "ada").diagram
            #expect(changed.revision == 2 && changed.history.checkpointAt == clock.wallClock.now)
            #expect(try await store.versions.findAll(diagramID: diagram.id).map(\.revision) == [1])
            #expect(try await store.versions.find(diagramID: diagram.id, revision: 1)?.content == diagram.content)
        }
    }

    @Test(arguments: [
        ("abc", "abc", false), (String(repeating: "x", count: 300), "", true), (String(repeating: "x", count: 199), "", false),
        (String(repeating: "xy", count: 150), String(repeating: "xy", count: 100), false),
        (String(repeating: "a", count: 200) + String(repeating: "b", count: 101), String(repeating: "b", count: 101), true),
        (String(repeating: "a", count: 300), String(repeating: "a", count: 300) + String(repeating: "c", count: 3000), false),
    ])
    func mostlyReplacedIsLessThanHalfLeft(_ old: String, _ new: String, _ isReplaced: Bool) {
        #expect(Checkpoints.isMostlyReplaced(old, by: new) == isReplaced)
    }

    @Test func thinningKeepsADayWholeAndThenLess() {
        let now = Date(timeIntervalSince1970: 40_000_000)
        let facts = (0..<4000).map { index in
            VersionFacts(
                revision: 4000 - index, reason: .automatic, label: index == 3333 ? "Release" : nil, authorID: nil, savedAt: now - Double(index) * 600)
        }
        let superfluous = Set(VersionThinning(now: now).superfluous(among: facts))
        let kept = facts.filter { !superfluous.contains($0.revision) }
        let ages = kept.map { now.timeIntervalSince($0.savedAt) }
        #expect(ages.count { $0 < 86_400 } == 144)
        #expect(kept.contains { $0.label == "Release" })
        #expect(kept.count == VersionThinning.most + 1)
        let again = Set(VersionThinning(now: now + 86_400).superfluous(among: kept))
        let later = kept.filter { !again.contains($0.revision) && $0.label == nil }.map { now.timeIntervalSince($0.savedAt) + 86_400 }
        #expect(later.allSatisfy { $0 >= 86_400 })
        #expect((24...25).contains(later.count { $0 < 2 * 86_400 }), "one an hour")
    }
}
