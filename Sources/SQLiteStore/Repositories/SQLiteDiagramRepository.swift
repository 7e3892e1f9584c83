import Domain
import Foundation
import GRDB

/// The collection `diagrams` as a table.
struct SQLiteDiagramRepository: DiagramRepository {
    static let columns = """
        id, project_id, owner_id, kind, name, name_key, revision, created_at, updated_at, deleted_at, creation_fingerprint, layout, source
        """

    let database: SQLiteDatabase

    func create(_ diagram: Diagram) async throws {
        let statement = Statement("INSERT INTO diagrams (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", diagram.values)
        try await database.writer.perform { try statement.insert(in: $0, keys: [("diagrams.id", .id)]) }
    }

    func find(id: String, ownerID: String) async throws -> Diagram? {
        let statement = Statement("SELECT \(Self.columns) FROM diagrams WHERE id = ? AND owner_id = ?", [id, ownerID])
        return try await database.reader.perform { try statement.fetchOne(in: $0, Diagram.init(row:)) }
    }

    func change(_ change: DiagramChange) async throws -> Diagram? {
        let statement = Statement(
            """
            UPDATE diagrams SET revision = revision + 1, updated_at = ?, project_id = coalesce(?, project_id), name = coalesce(?, name),
                name_key = coalesce(?, name_key), layout = coalesce(?, layout), source = coalesce(?, source)
            WHERE id = ? AND owner_id = ? AND revision = ? AND deleted_at IS NULL
            RETURNING \(Self.columns)
            """,
            [
                change.updatedAt.milliseconds, change.projectID, change.name, change.name?.lowercased(), change.layout, change.source,
                change.id, change.ownerID, change.revision,
            ]
        )
        return try await database.writer.perform { try statement.fetchOne(in: $0, Diagram.init(row:)) }
    }

    func setDeleted(id: String, ownerID: String, from: Date?, to: Date?) async throws -> Bool {
        let statement = Statement(
            "UPDATE diagrams SET deleted_at = ? WHERE id = ? AND owner_id = ? AND deleted_at IS ?",
            [to?.milliseconds, id, ownerID, from?.milliseconds]
        )
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func setDeleted(projectID: String, ownerID: String, from: Date?, to: Date?) async throws -> Int {
        let statement = Statement(
            "UPDATE diagrams SET deleted_at = ? WHERE project_id = ? AND owner_id = ? AND deleted_at IS ?",
            [to?.milliseconds, projectID, ownerID, from?.milliseconds]
        )
        return try await database.writer.perform { try statement.run(in: $0) }
    }

    func remove(id: String, ownerID: String) async throws -> Bool {
        let statement = Statement("DELETE FROM diagrams WHERE id = ? AND owner_id = ?", [id, ownerID])
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func removeDeleted(before date: Date) async throws -> Int {
        try await removeInParts("deleted_at < ?", [date.milliseconds])
    }

    func removeAll(ownerID: String) async throws -> Int {
        try await removeInParts("owner_id = ?", [ownerID])
    }

    /// Their words have to be found and removed, too: all at once would keep other writers waiting.
    private func removeInParts(_ condition: String, _ arguments: StatementArguments) async throws -> Int {
        let statement = Statement(
            "DELETE FROM diagrams WHERE number IN (SELECT number FROM diagrams WHERE \(condition) LIMIT 20)", arguments)
        var total = 0
        while true {
            let removed = try await database.writer.perform { try statement.run(in: $0) }
            total += removed
            if removed == 0 { return total }
        }
    }
}

extension Diagram {
    /// The columns of `diagrams` in their order.
    var values: StatementArguments {
        [
            id, projectID, ownerID, kind, name, name.lowercased(), revision, createdAt.milliseconds, updatedAt.milliseconds,
            deletedAt?.milliseconds, creationFingerprint, layout, source,
        ]
    }

    /// - Parameter row: The columns of `diagrams` in their order.
    init(row: Row) {
        let deletedAt: Int64? = row[9]
        self.init(
            id: row[0],
            projectID: row[1],
            ownerID: row[2],
            kind: row[3],
            name: row[4],
            source: row[12],
            layout: row[11],
            revision: row[6],
            createdAt: .init(milliseconds: row[7]),
            updatedAt: .init(milliseconds: row[8]),
            deletedAt: deletedAt.map(Date.init(milliseconds:)),
            creationFingerprint: row[10]
        )
    }
}
