import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("How much people may have")
struct StorageTests {
    private static func body(_ bytes: Int) -> String {
        #"{"name":"d","source":"\#(String(repeating: "x", count: bytes))"}"#
    }

    @Test func nobodyHasMoreBytesThanTheLimit() async throws {
        try await TestServer.with(settings: ["STORAGE_LIMIT": "3KB", "DIAGRAM_LIMIT": "9"]) { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))/diagrams"
            let first = try await server.post(path, Self.body(2000), bearer: ada).string("id")
            let tooMuch = try await server.post(path, Self.body(1000), bearer: ada)
            #expect(tooMuch.status == 403)
            #expect(try tooMuch.errorType() == "storage_full")
            #expect(try tooMuch.string("detail").contains("3 KB"))
            let second = try await server.post(path, Self.body(900), bearer: ada).string("id")
            let state = try await server.get("/api/account/storage", bearer: ada).object()
            #expect(state as NSDictionary == ["diagrams": 2, "diagram_limit": 9, "bytes": 2904, "byte_limit": 3000] as NSDictionary)

            func save(_ id: String, _ bytes: Int) async throws -> Answer {
                try await server.send(.patch, "/api/diagrams/\(id)", json: Self.body(bytes), bearer: ada, headers: ["If-Match": "*"])
            }
            let grown = try await save(second, 1000)
            #expect(grown.status == 403)
            #expect(try grown.errorType() == "storage_full")
            #expect(try await save(second, 990).status == 200)
            #expect(try await save(second, 980).status == 200, "what gets less is always saved")
            #expect(try await save(first, 2016).status == 200)
            #expect(try await save(first, 2017).status == 403)
            // In the trash it still counts; then it is gone.
            #expect(try await server.send(.delete, "/api/diagrams/\(second)", bearer: ada).status == 204)
            #expect(try await save(first, 2017).status == 403)
            #expect(try await server.send(.delete, "/api/diagrams/\(second)?permanent=true", bearer: ada).status == 204)
            #expect(try await save(first, 2017).status == 200)
        }
    }

    /// The text of an editor counts for the owner, whose diagram it is.
    @Test func whatOthersWriteCountsForTheOwner() async throws {
        try await TestServer.with(settings: ["STORAGE_LIMIT": "1KB"]) { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            try await server.share("/api/projects/\(project)", with: bob, as: .editor, owner: ada)
            let made = try await server.post("/api/projects/\(project)/diagrams", Self.body(900), bearer: bob)
            #expect(made.status == 201)
            #expect(try await server.post("/api/projects/\(project)/diagrams", Self.body(200), bearer: bob).errorType() == "storage_full")
            let own = "/api/projects/\(try await server.makeProject(bearer: bob))/diagrams"
            #expect(try await server.post(own, Self.body(900), bearer: bob).status == 201)
        }
    }

    /// A change of the limit leaves what is there, and it can be made less.
    @Test func whoHasMoreThanTheLimitLosesNothing() async throws {
        try await StoreKind.underTest.withStore { store in
            try await TestServer.on(store, settings: ["STORAGE_LIMIT": "off"]) { server in
                let ada = try await server.register().access
                let id = try await server.post(
                    "/api/projects/\(try await server.makeProject(bearer: ada))/diagrams", Self.body(5000), bearer: ada
                ).string("id")
                #expect(try await server.get("/api/account/storage", bearer: ada).object()["byte_limit"] is NSNull)
                #expect(!id.isEmpty)
            }
            let path = "/api/diagrams/\(try #require(try await store.diagrams.findRecent(ownerID: Self.owner(store), after: nil, limit: 1).first).id)"
            try await TestServer.on(store, settings: ["STORAGE_LIMIT": "1KB"]) { server in
                let ada = try await server.login().access
                #expect(try await server.get(path, bearer: ada).status == 200)
                for (bytes, status) in [(5001, 403), (4999, 200), (5000, 403), (10, 200), (900, 200)] {
                    let saved = try await server.send(.patch, path, json: Self.body(bytes), bearer: ada, headers: ["If-Match": "*"])
                    #expect(saved.status == status, "\(bytes)")
                }
            }
        }
    }

    private static func owner(_ store: any Store) async throws -> String {
        try #require(try await store.users.findByEmail("ada@example.com")).id
    }

    @Test func anImportTakesNoMoreThanThereIsRoomFor() async throws {
        try await TestServer.with(settings: ["STORAGE_LIMIT": "3KB"]) { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))/diagrams"
            #expect(try await server.post(path, Self.body(1400), bearer: ada).status == 201)
            let zip = try await server.get("/api/account/export", bearer: ada).body
            #expect(try await server.importZip(zip, bearer: ada).status == 201)
            #expect(try await server.importZip(zip, bearer: ada).errorType() == "storage_full")
            #expect(try await server.get("/api/projects", bearer: ada).array().count == 2)
        }
    }
}
