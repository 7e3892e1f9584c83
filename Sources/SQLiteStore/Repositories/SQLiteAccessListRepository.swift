import Domain
import Foundation
import GRDB

/// The collection `access_lists` as a table.
struct SQLiteAccessListRepository: AccessListRepository {
    static let columns = "id, target, revision, members, links, events"
    static let keys: [(columns: String, key: DuplicateKeyError.Key)] = [("access_list_links.token", .token), ("access_lists.id", .id)]

    /// Its argument is the owner, twice.
    private static let isOwned = "IN (SELECT id FROM projects WHERE owner_id = ? UNION ALL SELECT id FROM diagrams WHERE owner_id = ?)"

    let database: SQLiteDatabase

    func find(ids: [String]) async throws -> [AccessList] {
        let statement = Statement(
            "SELECT \(Self.columns) FROM access_lists WHERE id \(StoredJSON.isAmong)", [try StoredJSON.text(ids)])
        return try await database.reader.perform { try statement.fetchAll(in: $0, AccessList.init(row:)) }
    }

    func findByToken(_ tokenHash: String) async throws -> AccessList? {
        let statement = Statement(
            "SELECT \(Self.columns) FROM access_lists WHERE id = (SELECT id FROM access_list_links WHERE token = ?)", [tokenHash])
        return try await database.reader.perform { try statement.fetchOne(in: $0, AccessList.init(row:)) }
    }

    func memberships(of userID: String, limit: Int) async throws -> [Membership] {
        let statement = Statement(
            "SELECT id, target, role, nullif(link_id, ''), added_at, expires_at FROM access_list_members WHERE user_id = ? LIMIT ?",
            [userID, limit])
        return try await database.reader.perform { database in
            try statement.fetchAll(in: database) { row in
                let expiresAt: Int64? = row[5]
                let member = Member(
                    userID: userID, role: try Role(stored: row[2]), linkID: row[3], addedAt: Date(milliseconds: row[4]),
                    expiresAt: expiresAt.map(Date.init(milliseconds:)))
                return Membership(id: row[0], target: try AccessList.Target(stored: row[1]), member: member)
            }
        }
    }

    func store(_ list: AccessList) async throws -> Bool {
        let values = try list.values()
        let insertion = """
            INSERT INTO access_lists (\(Self.columns)) SELECT ?, ?, ? + 1, ?, ?, ?
            WHERE EXISTS (SELECT 1 FROM \(list.target.table) WHERE id = ?) ON CONFLICT (id) DO NOTHING
            """
        let update = """
            UPDATE access_lists SET id = ?, target = ?, revision = ? + 1, members = ?, links = ?, events = ? WHERE id = ? AND revision = ?
            """
        let statement =
            list.revision == 0 ? Statement(insertion, values + [list.id]) : Statement(update, values + [list.id, list.revision])
        return try await database.writer.perform { try statement.run(in: $0) == 1 }
    }

    func findAll(ownerID: String, limit: Int) async throws -> [AccessList] {
        let statement = Statement(
            "SELECT \(Self.columns) FROM access_lists WHERE id \(Self.isOwned) LIMIT ?", [ownerID, ownerID, limit])
        return try await database.reader.perform { try statement.fetchAll(in: $0, AccessList.init(row:)) }
    }

    func removeAll(ownerID: String) async throws {
        let statement = Statement("DELETE FROM access_lists WHERE id \(Self.isOwned)", [ownerID, ownerID])
        _ = try await database.writer.perform { try statement.run(in: $0) }
    }
}

extension AccessList.Target {
    fileprivate var table: String {
        switch self {
        case .project: "projects"
        case .diagram: "diagrams"
        }
    }
}

extension AccessList {
    /// The columns of `access_lists` in their order.
    func values() throws -> StatementArguments {
        [
            id, target.rawValue, revision, try StoredJSON.text(members.map(StoredMember.init)), try StoredJSON.text(links.map(StoredLink.init)),
            try StoredJSON.text(events.map(StoredEvent.init)),
        ]
    }

    /// - Parameter row: The columns of `access_lists` in their order.
    init(row: Row) throws {
        self.init(
            id: row[0], target: try Target(stored: row[1]), revision: row[2],
            members: try StoredJSON.value([StoredMember].self, row[3]).map { try $0.member() },
            links: try StoredJSON.value([StoredLink].self, row[4]).map { try $0.link() },
            events: try StoredJSON.value([StoredEvent].self, row[5]).compactMap { $0.event() })
    }
}
