import Domain
import Foundation
import GRDB

/// The collection `projects` as a table.
struct SQLiteProjectRepository: ProjectRepository {
    static let columns = "id, owner_id, name, name_key, description, archived, created_at, updated_at, deleted_at, creation_fingerprint"

    private static let removedAtOnce = 100

    let database: SQLiteDatabase

    func create(_ project: Project) async throws {
        let statement = Statement("INSERT INTO projects (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", project.values)
        try await database.writer.perform { try statement.insert(in: $0, keys: [("projects.id", .id)]) }
    }

    func create(_ projects: [Project]) async throws {
        let statements = projects.map {
            Statement(
                "INSERT INTO projects (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING", $0.values)
        }
        try await database.writer.performTogether(statements)
    }

    func find(id: String) async throws -> Project? {
        let statement = Statement("SELECT \(Self.columns) FROM projects WHERE id = ?", [id])
        return try await database.reader.perform { try statement.fetchOne(in: $0, Project.init(row:)) }
    }

    func find(ids: [String]) async throws -> [Project] {
        let statement = Statement("SELECT \(Self.columns) FROM projects WHERE id \(StoredJSON.isAmong)", [try StoredJSON.text(ids)])
        return try await database.reader.perform { try statement.fetchAll(in: $0, Project.init(row:)) }
    }

    func count(ownerID: String) async throws -> Int {
        let statement = Statement("SELECT count(*) FROM projects WHERE owner_id = ?", [ownerID])
        return try await database.reader.perform { try statement.fetchOne(in: $0) { $0[0] as Int } ?? 0 }
    }

    func findAll(_ filter: ProjectFilter, _ page: ListPage) async throws -> [Project] {
        var condition = "\(filter.scope.condition) AND deleted_at IS NULL"
        var arguments = try filter.scope.arguments()
        if let isArchived = filter.isArchived {
            condition += " AND archived = ?"
            arguments += [isArchived]
        }
        if let part = filter.nameContains {
            condition += " AND instr(name_key, ?)"
            arguments += [part.lowercased()]
        }
        let clause = ListClause(page)
        let statement = Statement("SELECT \(Self.columns) FROM projects WHERE \(condition) \(clause.sql)", arguments + clause.arguments)
        return try await database.reader.perform { try statement.fetchAll(in: $0, Project.init(row:)) }
    }

    func update(_ project: Project) async throws -> Bool {
        let statement = Statement(
            """
            UPDATE projects SET name = ?, name_key = ?, description = ?, archived = ?, updated_at = ?
            WHERE id = ? AND deleted_at IS NULL
            """,
            [
                project.name, project.name.lowercased(), project.description, project.isArchived, project.updatedAt.milliseconds, project.id,
            ]
        )
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func setOwner(id: String, from former: String, to ownerID: String) async throws -> Bool {
        let statement = Statement(
            "UPDATE projects SET owner_id = ? WHERE id = ? AND owner_id = ? AND deleted_at IS NULL", [ownerID, id, former])
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func setDeleted(id: String, from: Date?, to: Date?) async throws -> Project? {
        let statement = Statement(
            "UPDATE projects SET deleted_at = ? WHERE id = ? AND deleted_at IS ? RETURNING \(Self.columns)",
            [to?.milliseconds, id, from?.milliseconds]
        )
        return try await database.writer.perform { try statement.fetchOne(in: $0, Project.init(row:)) }
    }

    func setDeleted(ids: [String], from: Date?, to: Date?) async throws {
        let statements = ids.map {
            Statement(
                "UPDATE projects SET deleted_at = ? WHERE id = ? AND deleted_at IS ?",
                [to?.milliseconds, $0, from?.milliseconds])
        }
        try await database.writer.performTogether(statements)
    }

    func beginRemoval(before date: Date) async throws -> [Project] {
        let marking = Statement(
            "UPDATE projects SET deleted_at = ? WHERE deleted_at > ? AND deleted_at < ?",
            [Project.removal.milliseconds, Project.removal.milliseconds, date.milliseconds])
        _ = try await database.writer.perform { try marking.run(in: $0) }
        let statement = Statement(
            "SELECT \(Self.columns) FROM projects WHERE deleted_at = ? LIMIT ?", [Project.removal.milliseconds, Self.removedAtOnce])
        return try await database.reader.perform { try statement.fetchAll(in: $0, Project.init(row:)) }
    }

    func finishRemoval(id: String) async throws {
        let statement = Statement("DELETE FROM projects WHERE id = ? AND deleted_at = ?", [id, Project.removal.milliseconds])
        _ = try await database.writer.perform { try statement.run(in: $0) }
    }

    func removeAll(ownerID: String) async throws -> Int {
        let statement = Statement("DELETE FROM projects WHERE owner_id = ?", [ownerID])
        return try await database.writer.perform { try statement.run(in: $0) }
    }
}

extension Project {
    /// The columns of `projects` in their order.
    var values: StatementArguments {
        [
            id, ownerID, name, name.lowercased(), description, isArchived, createdAt.milliseconds, updatedAt.milliseconds,
            deletedAt?.milliseconds, creationFingerprint,
        ]
    }

    /// - Parameter row: The columns of `projects` in their order.
    init(row: Row) {
        let deletedAt: Int64? = row[8]
        self.init(
            id: row[0],
            ownerID: row[1],
            name: row[2],
            description: row[4],
            isArchived: row[5],
            times: RecordTimes(
                createdAt: .init(milliseconds: row[6]), updatedAt: .init(milliseconds: row[7]), deletedAt: deletedAt.map(Date.init(milliseconds:))),
            creationFingerprint: row[9]
        )
    }
}

extension ProjectFilter.Scope {
    fileprivate var condition: String {
        switch self {
        case .ownedBy: "owner_id = ?"
        case .among: "id \(StoredJSON.isAmong)"
        }
    }

    fileprivate func arguments() throws -> StatementArguments {
        switch self {
        case .ownedBy(let ownerID): [ownerID]
        case .among(let ids): [try StoredJSON.text(ids)]
        }
    }
}
