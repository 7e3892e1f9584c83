import Domain
import GRDB

/// All tables, record by record.
struct SQLiteRecordRepository: RecordRepository {
    let database: SQLiteDatabase

    func records(in collection: StoredRecord.Collection, after id: String?, limit: Int) async throws -> [StoredRecord] {
        // Every id is greater than the empty text.
        let statement = Statement(
            "SELECT \(collection.columns) FROM \(collection.rawValue) WHERE id > ? ORDER BY id LIMIT ?", [id ?? "", limit])
        return try await database.reader.perform { try statement.fetchAll(in: $0) { try StoredRecord(collection, row: $0) } }
    }

    /// The statements share a transaction with one another, as those of requests do.
    func put(_ records: [StoredRecord]) async throws {
        try await withThrowingTaskGroup { group in
            for record in records {
                let statements = try record.statements()
                let keys = record.collection.keys
                group.addTask { [database] in
                    try await database.writer.perform { database in
                        try database.inSavepoint {
                            for statement in statements { try statement.insert(in: database, keys: keys) }
                            return .commit
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    func remove(_ ids: [String], in collection: StoredRecord.Collection) async throws {
        try await database.writer.performTogether(ids.map { Statement("DELETE FROM \(collection.rawValue) WHERE id = ?", [$0]) })
    }
}

extension StoredRecord.Collection {
    fileprivate var columns: String {
        switch self {
        case .users: SQLiteUserRepository.columns
        case .refreshTokens: SQLiteRefreshTokenRepository.columns
        case .statusChecks: "id, client_name, timestamp"
        case .signIns: "id, expires_at"
        case .projects: SQLiteProjectRepository.columns
        case .diagrams: SQLiteDiagramRepository.columns
        case .accessLists: SQLiteAccessListRepository.columns
        case .versions: SQLiteVersionRepository.columns
        case .accountTokens: SQLiteAccountTokenRepository.columns
        }
    }

    fileprivate var keys: [(columns: String, key: DuplicateKeyError.Key)] {
        switch self {
        case .users: SQLiteUserRepository.keys
        case .refreshTokens: SQLiteRefreshTokenRepository.keys
        case .accessLists: SQLiteAccessListRepository.keys
        case .statusChecks, .signIns, .projects, .diagrams, .versions, .accountTokens: [(rawValue, .id)]
        }
    }

    fileprivate func upsert(_ values: StatementArguments) -> [Statement] {
        let names = columns.split(separator: ", ")
        let blanks = names.map { _ in "?" }.joined(separator: ", ")
        let changes = names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        let sql = "INSERT INTO \(rawValue) (\(columns)) VALUES (\(blanks)) ON CONFLICT (id) DO UPDATE SET \(changes)"
        return [Statement(sql, values)]
    }
}

extension StoredRecord {
    fileprivate init(_ collection: Collection, row: Row) throws {
        self =
            switch collection {
            case .users: .user(try User(row: row))
            case .refreshTokens: .session(Session(row: row))
            case .statusChecks: .statusCheck(StatusCheck(row: row))
            case .signIns: .signIn(id: row[0], expiresAt: .init(milliseconds: row[1]))
            case .projects: .project(Project(row: row))
            case .diagrams: .diagram(Diagram(row: row))
            case .accessLists: .accessList(try AccessList(row: row))
            case .versions: .version(try StoredVersion(row: row).version())
            case .accountTokens: .accountToken(try AccountToken(row: row))
            }
    }

    /// A diagram is removed and made anew: only so are its words.
    fileprivate func statements() throws -> [Statement] {
        switch self {
        case .user(let user): collection.upsert(try user.values)
        case .session(let session): collection.upsert(session.values)
        case .statusCheck(let check): collection.upsert([check.id, check.clientName, check.timestamp.milliseconds])
        case .signIn(let id, let expiresAt): collection.upsert([id, expiresAt.milliseconds])
        case .project(let project): collection.upsert(project.values)
        case .accessList(let list): collection.upsert(try list.values())
        case .version(let version): collection.upsert(try version.values())
        case .accountToken(let token): collection.upsert(token.values)
        case .diagram(let diagram):
            [Statement("DELETE FROM diagrams WHERE id = ?", [diagram.id]), SQLiteDiagramRepository.insertion(of: diagram)]
        }
    }
}
