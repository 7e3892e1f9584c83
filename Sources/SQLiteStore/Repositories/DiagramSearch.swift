import Domain
import Foundation
import GRDB

/// A search in the words of a person's diagrams: the rarest word leads, from the newest diagram on, and the others are looked up beside it.
/// Where there are fewer diagrams in the scope than have that word, they lead.
struct DiagramSearch: Sendable {
    /// Of a common word the newest finds are ranked: all would cost as much as it is common.
    private static let mostRanked = 400
    /// Of words that begin alike.
    private static let mostEndings = 16

    let words: [String]
    let scope: SearchScope
    let limit: Int

    func run(in database: Database) throws -> [SearchHit] {
        guard let terms = try terms(in: database) else { return [] }
        let counts = try terms.map { try count("diagram_words WHERE owner_id = ? AND word \(Self.isOne(of: $0))", owned($0), in: database) }
        let rarest = counts.indices.min { counts[$0] < counts[$1] } ?? 0
        let ranking =
            if let part = try part(), try count(part.sql, part.arguments, in: database) < counts[rarest] {
                try statement(leadBy: "(SELECT number FROM \(part.sql))", part.arguments, lookups: terms)
            } else {
                try statement(leadBy: terms[rarest], others: terms.indices.filter { $0 != rarest }.map { terms[$0] })
            }
        return try ranking.fetchAll(in: database) { SearchHit(diagramID: $0[0], rank: $0[1], createdAt: Date(milliseconds: $0[2])) }
    }

    /// For each word those that will do; the last may still be being typed.
    /// - Returns: `nil` when nothing begins with it.
    private func terms(in database: Database) throws -> [[String]]? {
        guard let last = words.last else { return nil }
        // Of a part its own words only: which others the owner has is nobody's business.
        let part = try part()
        let inside = part.map { " AND number IN (SELECT number FROM \($0.sql))" } ?? ""
        let given = part?.arguments ?? []
        let end = last + "\u{10FFFF}"
        // From each word to the next: the list of a common one is long.
        let statement = Statement(
            """
            WITH RECURSIVE found (word) AS (
                SELECT min(word) FROM diagram_words WHERE owner_id = ? AND word >= ? AND word < ?\(inside)
                UNION ALL
                SELECT (SELECT min(word) FROM diagram_words WHERE owner_id = ? AND word > found.word AND word < ?\(inside))
                FROM found WHERE found.word IS NOT NULL LIMIT \(Self.mostEndings)
            ) SELECT word FROM found WHERE word IS NOT NULL
            """,
            [scope.ownerID, last, end] + given + [scope.ownerID, end] + given
        )
        let endings = try statement.fetchAll(in: database) { $0[0] as String }
        return endings.isEmpty ? nil : words.dropLast().map { [$0] } + [endings]
    }

    /// The rows of the scope's part, each at least once; `nil` where it is all that there is.
    private func part() throws -> (sql: String, arguments: StatementArguments)? {
        guard let part = scope.part else { return nil }
        let sql = """
            diagrams WHERE project_id \(StoredJSON.isAmong) UNION ALL SELECT number FROM diagrams WHERE id \(StoredJSON.isAmong)
            """
        return (sql, [try StoredJSON.text(part.projectIDs.sorted()), try StoredJSON.text(part.diagramIDs.sorted())])
    }

    private func count(_ rows: String, _ arguments: StatementArguments, in database: Database) throws -> Int {
        let statement = Statement("SELECT count(*) FROM (SELECT number FROM \(rows) LIMIT \(Self.mostRanked))", arguments)
        return try statement.fetchOne(in: database) { $0[0] as Int } ?? 0
    }

    private func statement(leadBy first: [String], others: [[String]]) throws -> Statement {
        let rows = "(SELECT number, in_name FROM diagram_words WHERE owner_id = ? AND word \(Self.isOne(of: first)))"
        return try statement(leadBy: rows, owned(first), score: ["max(in_name)"], lookups: others)
    }

    /// Those with most of the words in their name come first, then the newest.
    private func statement(
        leadBy rows: String, _ arguments: StatementArguments, score: [String] = [], lookups: [[String]]
    ) throws -> Statement {
        let looked = lookups.map {
            "(SELECT max(in_name) FROM diagram_words WHERE owner_id = ? AND word \(Self.isOne(of: $0)) AND number = first.number)"
        }
        let (part, given) = try restriction()
        return Statement(
            """
            SELECT id, score, created_at FROM (
                SELECT number, score FROM (
                    SELECT number, \((score + looked).joined(separator: " + ")) AS score FROM \(rows) AS first
                    GROUP BY number HAVING score IS NOT NULL
                        AND EXISTS (
                            SELECT 1 FROM diagrams WHERE diagrams.number = first.number AND owner_id = ? AND deleted_at IS NULL
                                AND \(SQLiteDiagramRepository.deletionOfProject) IS NULL\(part)
                        )
                    ORDER BY number DESC LIMIT \(Self.mostRanked)
                ) ORDER BY score DESC, number DESC LIMIT ?
            ) AS shown CROSS JOIN diagrams ON diagrams.number = shown.number ORDER BY score DESC, shown.number DESC
            """,
            lookups.reduce(into: StatementArguments()) { $0 += owned($1) } + arguments + [scope.ownerID] + given + [limit]
        )
    }

    /// That a diagram is in the scope's part, where that is not all that there is.
    private func restriction() throws -> (sql: String, arguments: StatementArguments) {
        guard let part = try part() else { return ("", []) }
        return (" AND (project_id \(StoredJSON.isAmong) OR id \(StoredJSON.isAmong))", part.arguments)
    }

    private func owned(_ term: [String]) -> StatementArguments {
        [scope.ownerID] + StatementArguments(term)
    }

    private static func isOne(of term: [String]) -> String {
        term.count == 1 ? "= ?" : "IN (\(term.map { _ in "?" }.joined(separator: ", ")))"
    }
}
