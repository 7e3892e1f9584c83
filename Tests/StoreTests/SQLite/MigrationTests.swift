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
                let names = SQLiteDiagramRepository.columns.split(separator: ", ").count
                let blanks = Array(repeating: "?", count: names).joined(separator: ", ")
                for diagram in [Samples.diagram("Billing", source: "A -> B: Größe"), Samples.diagram("...", source: "")] {
                    try await database.write {
                        try $0.execute(
                            sql: "INSERT INTO diagrams (\(SQLiteDiagramRepository.columns)) VALUES (\(blanks))", arguments: diagram.values)
                    }
                }
                try database.close()
            }
            let store = try SQLiteStore(path: path)
            for (text, names) in [("grosz bill", []), ("große bill", ["Billing"])] {
                let hits = try await store.diagrams.search(SearchWords(text), ownerID: "ada", offset: 0, limit: 9)
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
                let rows =
                    [("projects", SQLiteProjectRepository.columns, project.values)]
                    + [along, before].map { ("diagrams", SQLiteDiagramRepository.columns, $0.values) }
                for (table, columns, values) in rows {
                    let blanks = columns.split(separator: ", ").map { _ in "?" }.joined(separator: ", ")
                    try await database.write { try $0.execute(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(blanks))", arguments: values) }
                }
                try database.close()
            }
            let store = try SQLiteStore(path: path)
            #expect(try await store.diagrams.findDeleted(ownerID: "ada", after: nil, limit: 9).map(\.name) == ["along", "before"])
            _ = try await store.projects.setDeleted(id: "project-p", ownerID: "ada", from: Samples.time + 5, to: nil)
            #expect(try await store.diagrams.findRecent(ownerID: "ada", after: nil, limit: 9).map(\.name) == ["along"])
            #expect(try await store.diagrams.findDeleted(ownerID: "ada", after: nil, limit: 9).map(\.name) == ["before"])
            await store.close()
        }
    }
}
