import Domain
import GRDB

/// A search in the words of a person's diagrams: the rarest word leads, from the newest diagram on, and the others are looked up beside it.
struct DiagramSearch: Sendable {
    /// Of a common word the newest finds are ranked: all would cost as much as it is common.
    private static let mostRanked = 400
    /// Of words that begin alike.
    private static let mostEndings = 16

    let words: [String]
    let ownerID: String
    let offset: Int
    let limit: Int

    func run(in database: Database) throws -> [(diagram: DiagramSummary, source: String)] {
        guard var terms = try terms(in: database) else { return [] }
        let counts = try terms.map { try count($0, in: database) }
        let rarest = counts.indices.min { counts[$0] < counts[$1] } ?? 0
        let first = terms.remove(at: rarest)
        return try statement(first, others: terms).fetchAll(in: database) { (DiagramSummary(row: $0), $0[8] as String) }
    }

    /// For each word those that will do; the last may still be being typed.
    /// - Returns: `nil` when nothing begins with it.
    private func terms(in database: Database) throws -> [[String]]? {
        guard let last = words.last else { return nil }
        // From each word to the next: the list of a common one is long.
        let statement = Statement(
            """
            WITH RECURSIVE found (word) AS (
                SELECT min(word) FROM diagram_words WHERE owner_id = ? AND word >= ? AND word < ?
                UNION ALL
                SELECT (SELECT min(word) FROM diagram_words WHERE owner_id = ? AND word > found.word AND word < ?)
                FROM found WHERE found.word IS NOT NULL LIMIT \(Self.mostEndings)
            ) SELECT word FROM found WHERE word IS NOT NULL
            """,
            [ownerID, last, last + "\u{10FFFF}", ownerID, last + "\u{10FFFF}"]
        )
        let endings = try statement.fetchAll(in: database) { $0[0] as String }
        return endings.isEmpty ? nil : words.dropLast().map { [$0] } + [endings]
    }

    private func count(_ term: [String], in database: Database) throws -> Int {
        let statement = Statement(
            "SELECT count(*) FROM (SELECT 1 FROM diagram_words WHERE owner_id = ? AND word \(Self.isOne(of: term)) LIMIT \(Self.mostRanked))",
            [ownerID] + StatementArguments(term))
        return try statement.fetchOne(in: database) { $0[0] as Int } ?? 0
    }

    /// Those with most of the words in their name come first, then the newest. Read in full are only those that are shown.
    private func statement(_ first: [String], others: [[String]]) -> Statement {
        let lookups = others.map {
            "(SELECT max(in_name) FROM diagram_words WHERE owner_id = ? AND word \(Self.isOne(of: $0)) AND number = first.number)"
        }
        let score = (["max(in_name)"] + lookups).joined(separator: " + ")
        let owned = StatementArguments([ownerID])
        let looked = others.reduce(into: StatementArguments()) { $0 += owned + StatementArguments($1) }
        return Statement(
            """
            SELECT \(SQLiteDiagramRepository.summaryColumns), substr(diagrams.source, 1, 16384) FROM (
                SELECT number, score FROM (
                    SELECT number, \(score) AS score FROM diagram_words AS first WHERE owner_id = ? AND word \(Self.isOne(of: first))
                    GROUP BY number HAVING score IS NOT NULL
                        AND (
                            SELECT coalesce(deleted_at, \(SQLiteDiagramRepository.deletionOfProject)) FROM diagrams
                            WHERE diagrams.number = first.number
                        ) IS NULL
                    ORDER BY number DESC LIMIT \(Self.mostRanked)
                ) ORDER BY score DESC, number DESC LIMIT ? OFFSET ?
            ) AS shown CROSS JOIN diagrams ON diagrams.number = shown.number ORDER BY score DESC, shown.number DESC
            """,
            looked + owned + StatementArguments(first) + [limit, offset]
        )
    }

    private static func isOne(of term: [String]) -> String {
        term.count == 1 ? "= ?" : "IN (\(term.map { _ in "?" }.joined(separator: ", ")))"
    }
}
