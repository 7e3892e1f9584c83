import Domain
import Foundation
import GRDB

/// The collection `versions` as a table. Source and layout are kept compressed, in one column.
struct SQLiteVersionRepository: VersionRepository {
    static let columns = "id, diagram_id, revision, reason, label, author_id, saved_at, name, content"
    private static let factColumns = "revision, reason, label, author_id, saved_at"

    let database: SQLiteDatabase

    func create(_ version: DiagramVersion) async throws {
        let statement = Statement(
            """
            INSERT INTO versions (\(Self.columns)) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM diagrams WHERE id = ?)
            ON CONFLICT (id) DO UPDATE SET label = excluded.label, reason = excluded.reason WHERE label IS NULL AND excluded.label IS NOT NULL
            """, try version.values() + [version.diagramID])
        _ = try await database.writer.perform { try statement.run(in: $0) }
    }

    func find(diagramID: String, revision: Int) async throws -> DiagramVersion? {
        let statement = Statement(
            "SELECT \(Self.columns) FROM versions WHERE diagram_id = ? AND revision = ?", [diagramID, revision])
        // Taken apart by whoever asks, not by the thread for which everybody waits.
        let row = try await database.reader.perform { try statement.fetchOne(in: $0, StoredVersion.init(row:)) }
        return try row?.version()
    }

    func findAll(diagramID: String) async throws -> [VersionFacts] {
        let statement = Statement(
            "SELECT \(Self.factColumns) FROM versions WHERE diagram_id = ? ORDER BY revision DESC", [diagramID])
        return try await database.reader.perform { try statement.fetchAll(in: $0) { try VersionFacts(row: $0, from: 0) } }
    }

    func removeUnnamed(diagramID: String, revisions: [Int]) async throws {
        let statements = revisions.map {
            Statement("DELETE FROM versions WHERE diagram_id = ? AND revision = ? AND label IS NULL", [diagramID, $0])
        }
        try await database.writer.performTogether(statements)
    }

    func remove(diagramID: String, revision: Int) async throws -> Bool {
        let statement = Statement("DELETE FROM versions WHERE diagram_id = ? AND revision = ?", [diagramID, revision])
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }
}

extension VersionFacts {
    /// - Parameter first: Of the columns from `revision` to `saved_at`.
    init(row: Row, from first: Int) throws {
        self.init(
            revision: row[first], reason: try Reason(stored: row[first + 1]), label: row[first + 2], authorID: row[first + 3],
            savedAt: Date(milliseconds: row[first + 4]))
    }
}

extension DiagramVersion {
    /// The columns of `versions` in their order.
    func values() throws -> StatementArguments {
        [
            id, diagramID, facts.revision, facts.reason.rawValue, facts.label, facts.authorID, facts.savedAt.milliseconds, content.name,
            try StoredVersion.compressed(content),
        ]
    }
}
