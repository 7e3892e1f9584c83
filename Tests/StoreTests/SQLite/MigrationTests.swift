import Domain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("SQLite migrations")
struct MigrationTests {
    @Test func diagramsFromBeforeTheirWordsWereKeptAreFound() async throws {
        try await TemporaryFolder.withPath(of: "test.sqlite") { path in
            do {
                let database = try DatabaseQueue(path: path)
                try Migrations.all.migrate(database, upTo: "2 projects and diagrams")
                for diagram in [Samples.diagram("Billing", source: "A -> B: Größe"), Samples.diagram("...", source: "")] {
                    try await Self.insert(diagram, database)
                }
                try database.close()
            }
            let store = try SQLiteStore(path: path)
            for (text, names) in [("grosz bill", []), ("große bill", ["Billing"])] {
                let hits = try await store.diagrams.found(text)
                #expect(hits.map(\.diagram.name) == names, "\(text)")
            }
            await store.close()
        }
    }

    /// Until then a diagram that went to the trash with its project had the project's time.
    @Test func aProjectInTheTrashComesBackWithItsDiagrams() async throws {
        try await TemporaryFolder.withPath(of: "test.sqlite") { path in
            do {
                let database = try DatabaseQueue(path: path)
                try Migrations.all.migrate(database, upTo: "3 words of diagrams")
                var project = Samples.project("p")
                project.deletedAt = Samples.time + 5
                var (along, before) = (Samples.diagram("along", projectID: project.id), Samples.diagram("before", projectID: project.id))
                (along.deletedAt, before.deletedAt) = (Samples.time + 5, Samples.time + 1)
                let blanks = SQLiteProjectRepository.columns.split(separator: ", ").map { _ in "?" }.joined(separator: ", ")
                let values = project.values
                try await database.write {
                    try $0.execute(sql: "INSERT INTO projects (\(SQLiteProjectRepository.columns)) VALUES (\(blanks))", arguments: values)
                }
                for diagram in [along, before] { try await Self.insert(diagram, database) }
                try database.close()
            }
            let store = try SQLiteStore(path: path)
            #expect(try await store.diagrams.findDeleted(ownerID: "ada", after: nil, limit: 9).map(\.name) == ["along", "before"])
            _ = try await store.projects.setDeleted(id: "project-p", from: Samples.time + 5, to: nil)
            #expect(try await store.diagrams.findRecent(ownerID: "ada", after: nil, limit: 9).map(\.name) == ["along"])
            #expect(try await store.diagrams.findDeleted(ownerID: "ada", after: nil, limit: 9).map(\.name) == ["before"])
            await store.close()
        }
    }

    @Test func whatThereWasCanBeSharedAndHasAHistory() async throws {
        try await TemporaryFolder.withPath(of: "test.sqlite") { path in
            let before = Samples.diagram("before")
            do {
                let database = try DatabaseQueue(path: path)
                try Migrations.all.migrate(database, upTo: "4 one record decides over a project's diagrams")
                try await Self.insert(before, database)
                try database.close()
            }
            let store = try SQLiteStore(path: path)
            #expect(try await store.diagrams.find(id: before.id) == before)
            #expect(try await store.diagrams.usage(ownerID: "ada") == StorageUsage(count: 1, bytes: before.content.bytes))
            #expect(try await store.diagrams.change(Samples.change(before, source: "after"))?.history.changedBy == "ada")
            #expect(try await store.accessLists.store(Samples.accessList(before.id, .diagram)))
            try await store.versions.create(Samples.version(before.id, revision: 1))
            #expect(try await store.diagrams.remove(id: before.id))
            #expect(try await store.versions.findAll(diagramID: before.id).isEmpty)
            await store.close()
        }
    }

    /// As the steps before the fifth had them.
    private static func insert(_ diagram: Diagram, _ database: DatabaseQueue) async throws {
        try await database.write {
            try $0.execute(
                sql: """
                    INSERT INTO diagrams (
                        id, project_id, owner_id, kind, name, name_key, revision, created_at, updated_at, deleted_at, layout, source
                    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    diagram.id, diagram.projectID, diagram.ownerID, diagram.kind, diagram.name, diagram.name.lowercased(), diagram.revision,
                    diagram.createdAt.milliseconds, diagram.updatedAt.milliseconds, diagram.deletedAt?.milliseconds, diagram.layout,
                    diagram.source,
                ])
        }
    }
}
