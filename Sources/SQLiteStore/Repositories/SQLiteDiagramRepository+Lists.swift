import Domain
import Foundation
import GRDB

/// Lists, counts and search.
extension SQLiteDiagramRepository {
    static let summaryColumns = "id, project_id, kind, name, revision, created_at, updated_at, deleted_at"

    func findAll(projectID: String, _ page: ListPage) async throws -> [DiagramSummary] {
        try await summaries(where: "project_id = ? AND deleted_at IS NULL", [projectID], ListClause(page))
    }

    func findAll(ids: [String]) async throws -> [DiagramSummary] {
        let statement = Statement(
            "SELECT \(Self.summaryColumns) FROM diagrams WHERE id \(StoredJSON.isAmong) AND deleted_at IS NULL AND \(Self.deletionOfProject) IS NULL",
            [try StoredJSON.text(ids)])
        return try await database.reader.perform { try statement.fetchAll(in: $0, DiagramSummary.init(row:)) }
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
            SELECT \(Self.summaryColumns) FROM (
                SELECT \(Self.summaryColumns) FROM diagrams WHERE owner_id = ? AND deleted_at IS NOT NULL UNION ALL
                SELECT \(along.joined(separator: ", ")) FROM projects CROSS JOIN diagrams
                    ON diagrams.project_id = projects.id AND diagrams.deleted_at IS NULL
                WHERE projects.owner_id = ? AND projects.deleted_at IS NOT NULL
            ) WHERE true \(clause.sql)
            """, [ownerID, ownerID] + clause.arguments)
        return try await database.reader.perform { try statement.fetchAll(in: $0, DiagramSummary.init(row:)) }
    }

    func count(ownerID: String) async throws -> Int {
        let statement = Statement("SELECT count(*) FROM diagrams WHERE owner_id = ?", [ownerID])
        return try await database.reader.perform { try statement.fetchOne(in: $0) { $0[0] as Int } ?? 0 }
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

    func search(_ words: SearchWords, ownerID: String, offset: Int, limit: Int) async throws -> [SearchHit] {
        let search = DiagramSearch(words: words.words, ownerID: ownerID, offset: offset, limit: limit)
        let found = try await database.reader.perform(search.run)
        // Not on the reading thread, for which everybody waits.
        return found.map { SearchHit(diagram: $0.diagram, snippet: words.snippet(of: $0.source)) }
    }

    private func summaries(where condition: String, _ arguments: StatementArguments, _ clause: ListClause) async throws -> [DiagramSummary] {
        let statement = Statement(
            "SELECT \(Self.summaryColumns) FROM diagrams WHERE \(condition) \(clause.sql)", arguments + clause.arguments)
        return try await database.reader.perform { try statement.fetchAll(in: $0, DiagramSummary.init(row:)) }
    }
}

extension DiagramSummary {
    /// - Parameter row: The columns of ``SQLiteDiagramRepository/summaryColumns`` in their order.
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
            deletedAt: deletedAt.map(Date.init(milliseconds:))
        )
    }
}
