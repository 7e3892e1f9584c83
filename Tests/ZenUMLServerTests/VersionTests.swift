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
            let checkpoints = Checkpoints(versions: store.versions, clock: clock.wallClock)
            var diagram = Samples.diagram("d", ownerID: "ada", at: clock.wallClock.now)
            diagram.history.changedBy = "ada"
            try await store.diagrams.create(diagram)
            clock.advance(301)
            // As if it had died then: the version is there, the change is not.
            #expect(try await checkpoints.keepIfDue(diagram, before: DiagramUpdate(source: "new"), at: clock.wallClock.now))
            let service = DiagramService(
                store: store, access: access, checkpoints: checkpoints, limit: 9, clock: clock.wallClock, random: .system)
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
