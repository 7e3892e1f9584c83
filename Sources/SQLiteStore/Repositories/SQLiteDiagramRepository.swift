import Domain
import Foundation
import GRDB

/// The collection `diagrams` as a table.
struct SQLiteDiagramRepository: DiagramRepository {
    static let columns = """
        id, project_id, owner_id, kind, name, name_key, revision, created_at, updated_at, deleted_at, creation_fingerprint, layout, source,
        changed_by, checkpoint_at
        """

    /// As ``columns``, but for the time of deletion, which is that of the project where the diagram went along.
    private static let selected = columns.replacing("deleted_at", with: "coalesce(deleted_at, \(deletionOfProject))")
    static let deletionOfProject = "(SELECT projects.deleted_at FROM projects WHERE projects.id = diagrams.project_id)"

    let database: SQLiteDatabase

    func create(_ diagram: Diagram) async throws {
        let statement = Self.insertion(of: diagram)
        try await database.writer.perform { try statement.insert(in: $0, keys: [("diagrams.id", .id)]) }
    }

    func create(_ diagrams: [Diagram]) async throws {
        try await database.writer.performTogether(diagrams.map { Self.insertion(of: $0, unlessThere: true) })
    }

    /// The number by which the index of words knows a diagram follows the time at which it was made, whenever it comes into this table: so
    /// the newest are found first without a look at them. Twenty bits tell those of a millisecond apart.
    static func insertion(of diagram: Diagram, unlessThere: Bool = false) -> Statement {
        let first = diagram.createdAt.milliseconds << 20
        return Statement(
            """
            INSERT INTO diagrams (number, \(columns), name_words, source_words) VALUES (
                coalesce((SELECT max(number) + 1 FROM diagrams WHERE number BETWEEN ? AND ?), ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            )\(unlessThere ? " ON CONFLICT (id) DO NOTHING" : "")
            """,
            [first, first + (1 << 20) - 2, first] + diagram.values
                + [DiagramWords(of: diagram.name).text, DiagramWords(of: diagram.source).text])
    }

    func find(id: String) async throws -> Diagram? {
        let statement = Statement("SELECT \(Self.selected) FROM diagrams WHERE id = ?", [id])
        return try await database.reader.perform { try statement.fetchOne(in: $0, Diagram.init(row:)) }
    }

    func change(_ change: DiagramChange) async throws -> Diagram? {
        let (name, source) = (change.name.map(DiagramWords.init(of:)), change.source.map(DiagramWords.init(of:)))
        let statement = Statement(
            """
            UPDATE diagrams SET revision = revision + 1, updated_at = ?, project_id = coalesce(?, project_id), name = coalesce(?, name),
                name_key = coalesce(?, name_key), layout = coalesce(?, layout), source = coalesce(?, source),
                name_words = coalesce(?, name_words), source_words = coalesce(?, source_words), changed_by = ?,
                checkpoint_at = coalesce(?, checkpoint_at)
            WHERE id = ? AND revision = ? AND deleted_at IS NULL AND \(Self.deletionOfProject) IS NULL
            RETURNING \(Self.columns)
            """,
            [
                change.updatedAt.milliseconds, change.projectID, change.name, change.name?.lowercased(), change.layout, change.source,
                name?.text, source?.text, change.changedBy, change.checkpointAt?.milliseconds, change.id, change.revision,
            ]
        )
        guard let words = try await wordChanges(of: change, name: name, source: source) else { return nil }
        return try await database.writer.perform { database in
            var changed: Diagram?
            try database.inSavepoint {
                changed = try statement.fetchOne(in: database, Diagram.init(row:))
                guard let ownerID = changed?.ownerID else { return .commit }
                // Handed over since: the words are where their new owner's search looks.
                for word in ownerID == words.ownerID ? words.statements : words.make(ownerID) { _ = try word.run(in: database) }
                return .commit
            }
            return changed
        }
    }

    /// What a change does to the index of words. Found before the writing thread is asked: what is changed has the revision that was read.
    /// - Returns: `nil` when there is no such revision, even if one is just being made.
    private func wordChanges(of change: DiagramChange, name: DiagramWords?, source: DiagramWords?) async throws -> WordChanges? {
        guard name != nil || source != nil else { return WordChanges(ownerID: "") { _ in [] } }
        let earlier = Statement(
            "SELECT number, name_words, source_words, owner_id FROM diagrams WHERE id = ? AND revision = ?", [change.id, change.revision])
        let found = try await database.reader.perform {
            try earlier.fetchOne(in: $0) {
                (number: $0[0] as Int64, name: $0[1] as String, source: $0[2] as String, ownerID: $0[3] as String)
            }
        }
        guard let found else { return nil }
        return WordChanges(ownerID: found.ownerID) { ownerID in
            let inName = name?.changes(from: found.name, at: [ownerID, found.number, 1]) ?? []
            return inName + (source?.changes(from: found.source, at: [ownerID, found.number, 0]) ?? [])
        }
    }

    /// Made for the owner that a diagram had, and ready to be made for another one.
    private struct WordChanges: Sendable {
        let ownerID: String
        let statements: [Statement]
        let make: @Sendable (String) -> [Statement]

        init(ownerID: String, _ make: @escaping @Sendable (String) -> [Statement]) {
            self.ownerID = ownerID
            self.make = make
            statements = make(ownerID)
        }
    }

    func projectIDs(ownerID: String) async throws -> [String] {
        let statement = Statement("SELECT DISTINCT project_id FROM diagrams WHERE owner_id = ?", [ownerID])
        return try await database.reader.perform { try statement.fetchAll(in: $0) { $0[0] as String } }
    }

    func setOwner(_ ownerID: String, projectID: String) async throws -> Int {
        var total = 0
        while true {
            let others = Statement(
                "SELECT number, owner_id FROM diagrams WHERE project_id = ? AND owner_id <> ? LIMIT 50", [projectID, ownerID])
            let found = try await database.reader.perform { try others.fetchAll(in: $0) { ($0[0] as Int64, $0[1] as String) } }
            if found.isEmpty { return total }
            for (number, former) in found { total += try await setOwner(ownerID, number: number, from: former, projectID: projectID) }
            try Task.checkCancellation()
        }
    }

    /// The words go along: a search looks at those of its person.
    private func setOwner(_ ownerID: String, number: Int64, from former: String, projectID: String) async throws -> Int {
        let words = ["name_words": 1, "source_words": 0].map { column, place in
            Statement(
                """
                UPDATE diagram_words SET owner_id = ? WHERE owner_id = ? AND number = ? AND in_name = ? AND word IN (
                    SELECT value FROM diagrams, json_each('["' || replace(\(column), ' ', '","') || '"]') WHERE diagrams.number = ?)
                """, [ownerID, former, number, place, number])
        }
        let change = Statement(
            "UPDATE diagrams SET owner_id = ? WHERE number = ? AND owner_id = ? AND project_id = ?", [ownerID, number, former, projectID])
        return try await database.writer.perform { database in
            var isChanged = false
            try database.inSavepoint {
                isChanged = try change.run(in: database) == 1
                if isChanged { for statement in words { _ = try statement.run(in: database) } }
                return .commit
            }
            return isChanged ? 1 : 0
        }
    }

    func setDeleted(id: String, from: Date?, to: Date?) async throws -> Bool {
        let statement = Statement(
            "UPDATE diagrams SET deleted_at = ? WHERE id = ? AND deleted_at IS ?",
            [to?.milliseconds, id, from?.milliseconds]
        )
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func remove(id: String) async throws -> Bool {
        let statement = Statement("DELETE FROM diagrams WHERE id = ?", [id])
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func removeDeleted(before date: Date) async throws -> Int {
        try await removeInParts("deleted_at < ?", [date.milliseconds])
    }

    func removeAll(projectID: String) async throws -> Int {
        try await removeInParts("project_id = ?", [projectID])
    }

    func removeAll(ownerID: String) async throws -> Int {
        try await removeInParts("owner_id = ?", [ownerID])
    }

    /// Each can hold 1 MiB, and its words have to be found and removed, too: all at once would keep other writers waiting.
    private func removeInParts(_ condition: String, _ arguments: StatementArguments) async throws -> Int {
        let statement = Statement(
            "DELETE FROM diagrams WHERE number IN (SELECT number FROM diagrams WHERE \(condition) LIMIT 4)", arguments)
        var total = 0
        while true {
            let removed = try await database.writer.perform { try statement.run(in: $0) }
            total += removed
            if removed == 0 { return total }
            try Task.checkCancellation()
        }
    }
}

extension Diagram {
    /// The columns of `diagrams` in their order.
    var values: StatementArguments {
        [
            id, projectID, ownerID, kind, name, name.lowercased(), revision, createdAt.milliseconds, updatedAt.milliseconds,
            deletedAt?.milliseconds, creationFingerprint, layout, source, history.changedBy, history.checkpointAt?.milliseconds,
        ]
    }

    /// - Parameter row: The columns of `diagrams` in their order.
    init(row: Row) {
        let (deletedAt, checkpointAt): (Int64?, Int64?) = (row[9], row[14])
        self.init(
            id: row[0],
            projectID: row[1],
            ownerID: row[2],
            kind: row[3],
            content: DiagramContent(name: row[4], source: row[12], layout: row[11]),
            revision: row[6],
            times: RecordTimes(
                createdAt: .init(milliseconds: row[7]), updatedAt: .init(milliseconds: row[8]), deletedAt: deletedAt.map(Date.init(milliseconds:))),
            history: History(changedBy: row[13], checkpointAt: checkpointAt.map(Date.init(milliseconds:))),
            creationFingerprint: row[10]
        )
    }
}
