import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing
import ZipArchive

@testable import ZenUMLServer

@Suite("/api/account/export and import")
struct AccountTransferTests {
    @Test func anExportIsTakenByAnotherAccount() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let shop = try await server.makeProject("Größe / ..", bearer: ada)
            _ = try await server.makeProject("Empty", bearer: ada)
            let body = #"{"name":"a","source":"A -> B: é\r\n","layout":{"A":{"x":1,"y":2}}}"#
            _ = try await server.post("/api/projects/\(shop)/diagrams", body, bearer: ada)
            _ = try await server.makeDiagram("a", in: shop, bearer: ada)
            let trashed = try await server.makeDiagram("trashed", in: shop, bearer: ada)
            _ = try await server.send(.delete, "/api/diagrams/\(trashed)", bearer: ada)
            _ = try await server.send(.patch, "/api/projects/\(shop)", json: #"{"archived":true,"description":"d"}"#, bearer: ada)

            let zip = try await server.get("/api/account/export", bearer: ada)
            #expect(zip.status == 200)
            #expect(zip[header: "Content-Disposition"] == #"attachment; filename="zenuml-2096-10-02.zip""#)
            let made = try await server.importZip(zip.body, bearer: bob)
            #expect(made.status == 201)
            #expect(made.text == #"{"projects":2,"diagrams":3}"#)

            let projects = try await server.get("/api/projects?sort=name", bearer: bob).array()
            #expect(projects.compactMap { $0["name"] as? String } == ["Empty", "Größe / .."])
            #expect(projects.last?["archived"] as? Bool == true)
            #expect(projects.last?["description"] as? String == "d")
            let id = try #require(projects.last?["id"] as? String)
            let diagrams = try await server.get("/api/projects/\(id)/diagrams", bearer: bob).array()
            #expect(diagrams.compactMap { $0["name"] as? String } == ["a", "a"])
            #expect(try await server.get("/api/diagrams/trash", bearer: bob).array().first?["name"] as? String == "trashed")
            var bodies: [String] = []
            for diagram in diagrams { bodies.append(try await server.get("/api/diagrams/\(diagram["id"] ?? "")", bearer: bob).text) }
            #expect(bodies.contains { $0.contains(#""source":"A -> B: é\r\n","layout":{"A":{"x":1,"y":2}}"#) })
            #expect(bodies.contains { $0.contains("Alice -> Bob: hello a") })
            let again = try await server.get("/api/account/export", bearer: ada)
            #expect(again.body.count == zip.body.count)
        }
    }

    /// Lists are in the order of the last change.
    @Test func timesComeAlong() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            for name in ["c", "a", "d", "b"] {
                server.clock.advance(60)
                _ = try await server.makeDiagram(name, in: project, bearer: ada)
            }
            let zip = try await server.get("/api/account/export", bearer: ada).body
            server.clock.advance(600)
            _ = try await server.importZip(zip, bearer: bob)
            let lists = try await [ada, bob].asyncMap { person in
                let diagrams = try await server.get("/api/diagrams", bearer: person).array()
                return diagrams.map { diagram in ["name", "created_at", "updated_at"].map { diagram[$0] as? String } }
            }
            #expect(lists[0] == lists[1])
            #expect(lists[0].map(\.first) == ["b", "d", "a", "c"])
        }
    }

    /// Those before the year 0 can't be written: they ended the server at the next list.
    @Test func aTimeThatIsNoneIsRefusedAndOneToComeIsNow() async throws {
        try await TestServer.with { server in
            let token = try await server.register().access
            for time in [
                "", "yesterday", "2026-01-02", "2026-1-2T3:4:5.678Z", "2026-01-02T03:04:05.678Z and more", "2026-01-02T03:04:05.678+01:00",
                "2026-02-30T03:04:05.678Z", "0000-01-01T00:00:00.000Z", "0000-01-03T00:00:00.000+14:00", "1582-10-10T00:00:00.000Z",
                "1969-12-31T23:59:59.999Z", "10000-01-01T00:00:00.000Z", "-0001-01-01T00:00:00.000Z",
            ] {
                let bad = try Self.export(projects: [["a"]], files: ["a": "A->B: x"], updatedAt: time)
                let refusal = try await server.importZip(bad, bearer: token)
                #expect(refusal.status == 422, "\(time)")
                #expect(refusal.text.contains("updated_at"), "\(time)")
            }
            #expect(try await server.get("/api/diagrams", bearer: token).array().isEmpty)
            let later = try Self.export(projects: [["a"]], files: ["a": "A->B: x"], updatedAt: "9999-01-01T00:00:00.000Z")
            #expect(try await server.importZip(later, bearer: token).status == 201)
            let made = try await server.get("/api/diagrams", bearer: token).array().first
            #expect((made?["updated_at"] as? String)?.hasPrefix("2096-10-02") == true)
        }
    }

    @Test func whatIsNoExportIsRefused() async throws {
        try await TestServer.with(settings: ["DIAGRAM_LIMIT": "1"]) { server in
            let ada = try await server.register().access
            let noZip = try await server.importZip(Array("not a zip".utf8), bearer: ada)
            #expect(noZip.status == 422)
            #expect(try noZip.fieldErrors() == ["body": "Input should be a zip file that this service has exported"])
            let json = try await server.post("/api/account/import", "{}", bearer: ada)
            #expect(json.status == 415)
            let project = try await server.makeProject(bearer: ada)
            _ = try await server.makeDiagram("a", in: project, bearer: ada)
            let zip = try await server.get("/api/account/export", bearer: ada).body
            #expect(try await server.importZip(zip, bearer: ada).status == 403)
            #expect(try await server.importZip(Array(zip.dropLast(zip.count / 2)), bearer: ada).status == 422)
            #expect(try await server.get("/api/projects", bearer: ada).array().count == 1)
            #expect(try await server.get("/api/account/export").status == 401)
        }
    }

    /// A manifest of a few bytes must not make the server store one file ten thousand times.
    @Test func aFileIsImportedOnce() async throws {
        let bytes = try Self.export(projects: [["a.zen", "a.zen"]], files: ["a.zen": "A -> B: x"])
        try await TestServer.with { server in
            let ada = try await server.register().access
            #expect(try await server.importZip(bytes, bearer: ada).status == 422)
            #expect(try await server.get("/api/projects", bearer: ada).text == "[]")
        }
    }

    @Test func ofAnExportWithOneBadDiagramNothingIsMade() async throws {
        let bytes = try Self.export(projects: [["a.zen"], ["b.zen"]], files: ["a.zen": "A -> B: x", "b.zen": "\0"])
        try await TestServer.with { server in
            let ada = try await server.register().access
            let answer = try await server.importZip(bytes, bearer: ada)
            #expect(try answer.fieldErrors() == ["body": "Diagram “b.zen”: Source cannot contain the character U+0000"])
            #expect(try await server.get("/api/projects", bearer: ada).text == "[]")
        }
    }

    /// - Parameter projects: The files of each one's diagrams, which are named after them.
    static func export(
        projects: [[String]], files: [String: String], updatedAt: String = "2026-01-02T03:04:05.678Z"
    ) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let contents = projects.map { names in
            let times = #""created_at":"2026-01-02T03:04:05.678Z","updated_at":"\#(updatedAt)""#
            let diagrams = names.map { #"{"name":"\#($0)","kind":"sequence","file":"\#($0)","deleted":false,\#(times)}"# }
            return #"{"name":"p","description":"","archived":false,"diagrams":[\#(diagrams.joined(separator: ","))]}"#
        }
        let head = #""format":"zenuml-export","version":1,"exported_at":"","name":"","email":"""#
        let zip = try ZipWriter(path: path)
        try zip.add("manifest.json", Array("{\(head),\"projects\":[\(contents.joined(separator: ","))]}".utf8), modifiedAt: 0)
        for (name, source) in files { try zip.add(name, Array(source.utf8), modifiedAt: 0) }
        try zip.finish()
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    /// The answer may get lost, or the server may end in the middle.
    @Test func aRepeatedImportMakesNothingMore() async throws {
        let bytes = try Self.export(projects: [["a.zen"], ["b.zen", "c.zen"]], files: ["a.zen": "x", "b.zen": "y", "c.zen": "z"])
        let faults = StoreFaults()
        try await TestServer.with(wrapping: { FaultyStore($0, faults) }) { server in
            let ada = try await server.register().access
            for number in 1...30 {
                faults.fail(call: number, number.isMultiple(of: 2) ? .after : .before)
                let answer = try await server.importZip(bytes, bearer: ada, key: "k")
                faults.stop()
                let projects = try await server.get("/api/projects", bearer: ada).array().count
                #expect(answer.status == 201 || answer.status == 503, "\(answer.text)")
                #expect(projects == 0 || projects == 2, "all or nothing")
                if answer.status == 201, number > 10 { break }
            }
            #expect(try await server.importZip(bytes, bearer: ada, key: "k").text == #"{"projects":2,"diagrams":3}"#)
            #expect(try await server.get("/api/projects", bearer: ada).array().count == 2)
            #expect(try await server.get("/api/diagrams", bearer: ada).array().count == 3)
            #expect(try await server.get("/api/diagrams/trash", bearer: ada).text == "[]")
            let other = try Self.export(projects: [["a.zen"]], files: ["a.zen": "x"])
            #expect(try await server.importZip(other, bearer: ada, key: "k").status == 422, "another export under the same key")
            #expect(try await server.importZip(other, bearer: ada, key: "l").status == 201)
        }
    }

    @Test func whatCanNotBeMadeAsAWholeIsNotBegun() async throws {
        try await TestServer.with(settings: ["DIAGRAM_LIMIT": "2"]) { server in
            let ada = try await server.register().access
            let bytes = try Self.export(projects: [["a.zen"], ["b.zen", "c.zen"]], files: ["a.zen": "x", "b.zen": "y", "c.zen": "z"])
            #expect(try await server.importZip(bytes, bearer: ada).status == 403)
            #expect(try await server.get("/api/projects", bearer: ada).text == "[]")
            #expect(try await server.get("/api/diagrams/trash", bearer: ada).text == "[]")
        }
    }

    /// The letters of a path count in bytes for most file systems.
    @Test func namesOfFilesAreShortInBytes() {
        var names = ExportNames()
        for letter in ["é", "名", "👩‍💻", "e\u{301}\u{302}\u{303}"] {
            let name = names.file(project: String(repeating: letter, count: 255), diagram: String(repeating: letter, count: 255), ending: "zen")
            for part in name.split(separator: "/") { #expect(part.utf8.count <= 200, "\(part.utf8.count)") }
        }
    }

    @Test func filesHaveNamesOfTheirOwn() {
        var names = ExportNames()
        let made = [("A", "x"), ("a", "X"), ("..", "x/../y\n"), ("", " ")].map { names.file(project: $0.0, diagram: $0.1, ending: "zen") }
        #expect(made == ["A/x.zen", "a/X (2).zen", "untitled/x-..-y-.zen", "untitled/untitled.zen"])
    }
}

extension TestServer {
    func importZip(_ bytes: [UInt8], bearer: String, key: String? = nil) async throws -> Answer {
        var fields: HTTPFields = [.contentType: "application/zip", .authorization: "Bearer \(bearer)"]
        fields[.idempotencyKey] = key
        return try await client.execute(uri: "/api/account/import", method: .post, headers: fields, body: .init(bytes: bytes)) {
            Answer(status: $0.status.code, headers: $0.headers, body: Array($0.body.readableBytesView))
        }
    }
}
