import Domain
import Foundation
import TestSupport
import Testing

@testable import MongoStore

@Suite("Collections and indexes")
struct SchemaTests {
    @Test func severalServersStartOnAnEmptyDatabaseAtOnce() async throws {
        try await MongoTestServer.withNewDatabase { url in
            let stores = try await withThrowingTaskGroup(of: MongoStore.self) { group in
                for _ in 0..<4 { group.addTask { try await MongoStore(url: url) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for schema in Schema.all {
                let missing = try await schema.missingIndexes(in: stores[0].database)
                #expect(missing.isEmpty, "\(schema.name): \(missing.map(\.name))")
            }
            for store in stores { await store.close() }
        }
    }

    @Test(arguments: Schema.all.map(\.name))
    func aDocumentOfAnotherShapeIsRefused(_ collection: String) async throws {
        try await MongoTestServer.withNewDatabase { url in
            let store = try await MongoStore(url: url)
            let error = await #expect(throws: MongoError.self) {
                try await store.database.insert(["_id": "x", "something": "else"], into: collection)
            }
            #expect(error?.message.contains("validation") == true)
            await store.close()
        }
    }

    @Test func aCollectionFromElsewhereGetsItsIndexesAndValidator() async throws {
        try await MongoTestServer.withNewDatabase { url in
            let database = try MongoDatabase(url: url, timeouts: .administration)
            try await database.insert(Samples.user("ada").document, into: "users")
            let store = try await MongoStore(url: url)
            #expect(try await store.users.findByEmail("ada@example.com") == Samples.user("ada"))
            #expect(try await Schema.users.missingIndexes(in: database).isEmpty)
            await #expect(throws: MongoError.self) { try await database.insert(["_id": "x"], into: "users") }
            await database.close()
            await store.close()
        }
    }

    @Test func documentsInTheWayOfAnIndexAreNamed() async throws {
        try await MongoTestServer.withNewDatabase { url in
            let database = try MongoDatabase(url: url, timeouts: .administration)
            for id in ["first", "second"] {
                try await database.insert(Samples.user(id, id: id, email: "same@example.com").document, into: "users")
            }
            await database.close()
            let error = await #expect(throws: StoreUnavailableError.self) { _ = try await MongoStore(url: url) }
            let reason = error?.reason ?? ""
            #expect(reason.contains("users.email_unique"))
            #expect(reason.contains("first and second") || reason.contains("second and first"))
        }
    }

    @Test func anIndexOfThatNameWithAnotherKeyStopsTheStart() async throws {
        try await MongoTestServer.withNewDatabase { url in
            let database = try MongoDatabase(url: url, timeouts: .administration)
            let index: BSONDocument = ["name": "user_id", "key": ["email": 1]]
            _ = try await database.run(
                MongoCommand(.write, ["createIndexes": "refresh_tokens", "indexes": [.document(index)]]))
            await database.close()
            let error = await #expect(throws: StoreUnavailableError.self) { _ = try await MongoStore(url: url) }
            #expect(error?.reason.contains("refresh_tokens.user_id") == true)
        }
    }

    @Test func diagramsFromBeforeTheirWordsWereKeptAreFound() async throws {
        try await MongoTestServer.withNewDatabase { url in
            let database = try MongoDatabase(url: url, timeouts: .administration)
            let index: BSONDocument = ["name": "words", "key": ["owner_id": 1, "name": "text", "source": "text"]]
            _ = try await database.run(MongoCommand(.write, ["createIndexes": "diagrams", "indexes": [.document(index)]]))
            for number in 0..<45 {
                let fields = Samples.diagram("old \(number)", source: "Shop -> Billing: pay").document.fields.filter {
                    !$0.name.hasSuffix("_words") && !$0.name.hasSuffix("_bytes")
                }
                try await database.insert(BSONDocument(fields: fields), into: "diagrams")
            }
            let store = try await MongoStore(url: url)
            #expect(try await store.diagrams.found("old bill").count == 45)
            let bytes = Samples.diagram("", source: "Shop -> Billing: pay").content.bytes
            #expect(try await store.diagrams.usage(ownerID: "ada") == StorageUsage(count: 45, bytes: 45 * bytes))
            let indexes = try await database.documents(MongoCommand(.other, ["listIndexes": "diagrams"]))
            #expect(!indexes.contains { $0["name"] == "words" })
            await database.close()
            await store.close()
        }
    }

    @Test func diagramsThatWentToTheTrashWithTheirProjectHaveNoTimeOfTheirOwnOnce() async throws {
        try await MongoTestServer.withNewDatabase { url in
            let database = try MongoDatabase(url: url, timeouts: .administration)
            var project = Samples.project("old")
            project.deletedAt = Samples.time + 9
            var (along, earlier) = (Samples.diagram("along", projectID: project.id), Samples.diagram("earlier", projectID: project.id))
            (along.deletedAt, earlier.deletedAt) = (project.deletedAt, Samples.time + 3)
            try await database.insert(project.document, into: "projects")
            for diagram in [along, earlier] { try await database.insert(diagram.document, into: "diagrams") }
            let times = { @Sendable in
                try await database.documents(.find("diagrams", [:], sort: ["_id": 1], limit: 9)).map { try Diagram(document: $0).deletedAt }
            }
            try await MongoStore(url: url).close()
            #expect(try await times() == [nil, earlier.deletedAt])
            // From now on a time of its own is one that somebody has given it.
            _ = try await database.run(
                .updateMany("diagrams", ["_id": .string(along.id)], ["$set": ["deleted_at": .optional(project.deletedAt)]]))
            try await MongoStore(url: url).close()
            #expect(try await times() == [project.deletedAt, earlier.deletedAt])
            await database.close()
        }
    }

    @Test func theServerItselfRemovesWhatHasExpired() async throws {
        try await MongoTestServer.withNewDatabase { url in
            let store = try await MongoStore(url: url)
            try await store.refreshTokens.create(Samples.session("old", expiresAt: .init(milliseconds: 1_000_000)))
            try await store.refreshTokens.create(Samples.session("new"))
            #expect(try await store.signIns.consume(id: "old", expiresAt: .init(milliseconds: 1_000_000)))
            // The server looks once a second; each question is a round trip, so this ends by itself.
            var isThere = true
            for _ in 0..<20_000 where isThere {
                isThere = try await store.refreshTokens.find(id: "old") != nil
            }
            #expect(!isThere)
            #expect(try await store.refreshTokens.find(id: "new") != nil)
            await store.close()
        }
    }
}
