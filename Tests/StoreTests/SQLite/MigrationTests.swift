import Domain
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
}
