import Domain
import Foundation
import GRDB

/// Lists, counts and search.
extension SQLiteDiagramRepository {
    private static let summaryColumns = "id, project_id, kind, name, revision, created_at, updated_at, deleted_at"
    /// Out of an index: in its row it stands behind the source, all of which would be read on the way to it.
    private static let summary = """
        \(summaryColumns), (SELECT changed_by FROM diagrams AS same INDEXED BY diagrams_changed_by WHERE same.id = diagrams.id)
        """
    private static let isAmongAndThere = "id \(StoredJSON.isAmong) AND deleted_at IS NULL AND \(deletionOfProject) IS NULL"

    func findAll(projectID: String, _ page: ListPage) async throws -> [DiagramSummary] {
        try await summaries(where: "project_id = ? AND deleted_at IS NULL", [projectID], ListClause(page))
    }

    func findAll(ids: [String]) async throws -> [DiagramSummary] {
        let statement = Statement("SELECT \(Self.summary) FROM diagrams WHERE \(Self.isAmongAndThere)", [try StoredJSON.text(ids)])
        return try await database.reader.perform { try statement.fetchAll(in: $0, DiagramSummary.init(row:)) }
    }

    func findAll(ids: [String], around words: SearchWords) async throws -> [FoundDiagram] {
        let statement = Statement(
            "SELECT \(Self.summary), substr(source, 1, 16384) FROM diagrams WHERE \(Self.isAmongAndThere)", [try StoredJSON.text(ids)])
        let found = try await database.reader.perform { database in
            try statement.fetchAll(in: database) { (diagram: DiagramSummary(row: $0), source: $0[9] as String) }
        }
        // Not on the reading thread, for which everybody waits.
        return found.map { FoundDiagram(diagram: $0.diagram, snippet: words.snippet(of: $0.source)) }
    }

    func findRecent(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary] {
        let page = ListPage(.updated, after: position, limit: limit)
        return try await summaries(
            where: "owner_id = ? AND deleted_at IS NULL AND \(Self.deletionOfProject) IS NULL", [ownerID], ListClause(page))
    }

    func findDeleted(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary] {
        let clause = ListClause(ListPage(.updated, after: position, limit: limit), updated: "deleted_at")
        let along = Self.summaryColumns.split(separator: ", ").map { $0 == "deleted_at" ? "projects.\($0)" : "diagrams.\($0)" }
        let statement = Statement(
            """
            SELECT \(Self.summaryColumns), NULL FROM (
                SELECT \(Self.summaryColumns) FROM diagrams WHERE owner_id = ? AND deleted_at IS NOT NULL UNION ALL
                SELECT \(along.joined(separator: ", ")) FROM projects CROSS JOIN diagrams
                    ON diagrams.project_id = projects.id AND diagrams.deleted_at IS NULL
                WHERE projects.owner_id = ? AND projects.deleted_at IS NOT NULL
            ) WHERE true \(clause.sql)
            """, [ownerID, ownerID] + clause.arguments)
        return try await database.reader.perform { try statement.fetchAll(in: $0, DiagramSummary.init(row:)) }
    }

    func usage(ownerID: String) async throws -> StorageUsage {
        try await usage(Statement("SELECT count, bytes FROM diagram_usage WHERE owner_id = ?", [ownerID]))
    }

    func usage(projectID: String) async throws -> StorageUsage {
        let bytes = "length(CAST(source AS BLOB)) + length(CAST(layout AS BLOB))"
        return try await usage(Statement("SELECT count(*), coalesce(sum(\(bytes)), 0) FROM diagrams WHERE project_id = ?", [projectID]))
    }

    private func usage(_ statement: Statement) async throws -> StorageUsage {
        let found = try await database.reader.perform {
            try statement.fetchOne(in: $0) { StorageUsage(count: $0[0] as Int, bytes: $0[1] as Int) }
        }
        return found ?? StorageUsage(count: 0, bytes: 0)
    }

    func counts(projectIDs: [String]) async throws -> [String: [String: Int]] {
        let statement = Statement(
            """
            SELECT project_id, kind, count(*) FROM diagrams
            WHERE project_id \(StoredJSON.isAmong) AND deleted_at IS NULL GROUP BY project_id, kind
            """,
            [try StoredJSON.text(projectIDs)]
        )
        let rows = try await database.reader.perform { try statement.fetchAll(in: $0) { ($0[0] as String, $0[1] as String, $0[2] as Int) } }
        return rows.reduce(into: [:]) { counts, row in counts[row.0, default: [:]][row.1] = row.2 }
    }

    func search(_ words: SearchWords, in scope: SearchScope, limit: Int) async throws -> [SearchHit] {
        try await database.reader.perform(DiagramSearch(words: words.words, scope: scope, limit: limit).run)
    }

    private func summaries(where condition: String, _ arguments: StatementArguments, _ clause: ListClause) async throws -> [DiagramSummary] {
        let statement = Statement(
            "SELECT \(Self.summary) FROM diagrams WHERE \(condition) \(clause.sql)", arguments + clause.arguments)
        return try await database.reader.perform { try statement.fetchAll(in: $0, DiagramSummary.init(row:)) }
    }
}

extension DiagramSummary {
    /// - Parameter row: The columns of ``SQLiteDiagramRepository/summary`` in their order.
    init(row: Row) {
        let deletedAt: Int64? = row[7]
        self.init(
            id: row[0],
            projectID: row[1],
            kind: row[2],
            name: row[3],
            revision: row[4],
            createdAt: .init(milliseconds: row[5]),
            updatedAt: .init(milliseconds: row[6]),
            deletedAt: deletedAt.map(Date.init(milliseconds:)),
            changedBy: row[8]
        )
    }
}
