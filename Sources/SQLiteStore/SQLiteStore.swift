public import Domain

/// The repositories on an SQLite file, in the process itself.
public struct SQLiteStore: Store {
    public let users: any UserRepository
    public let refreshTokens: any RefreshTokenRepository
    public let statusChecks: any StatusCheckRepository
    public let signIns: any SignInRepository
    public let projects: any ProjectRepository
    public let diagrams: any DiagramRepository
    public let accessLists: any AccessListRepository
    public let versions: any VersionRepository
    public let accountTokens: any AccountTokenRepository
    public let removedAccounts: any RemovedAccountRepository
    public let jobs: any JobRepository
    public let records: any RecordRepository
    let database: SQLiteDatabase

    /// - Parameter path: Of the database file, which is made when there is none. Its folder must exist.
    /// - Throws: ``StoreUnavailableError`` with the reason.
    public init(path: String) throws {
        database = try SQLiteDatabase(path: path)
        users = SQLiteUserRepository(database: database)
        refreshTokens = SQLiteRefreshTokenRepository(database: database)
        statusChecks = SQLiteStatusCheckRepository(database: database)
        projects = SQLiteProjectRepository(database: database)
        diagrams = SQLiteDiagramRepository(database: database)
        accessLists = SQLiteAccessListRepository(database: database)
        versions = SQLiteVersionRepository(database: database)
        accountTokens = SQLiteAccountTokenRepository(database: database)
        removedAccounts = SQLiteRemovedAccountRepository(database: database)
        jobs = SQLiteJobRepository(database: database)
        records = SQLiteRecordRepository(database: database)
        signIns = SQLiteSignInRepository(database: database)
    }

    /// Writes, because a full disk or a read-only file is no reason for a read to fail.
    public func ping() async throws {
        let statement = Statement("UPDATE pings SET counter = counter + 1")
        let pinged = try await database.writer.perform { try statement.run(in: $0) }
        guard pinged == 1 else { throw StoreUnavailableError(reason: "SQLite: the table of pings is empty") }
    }

    public func close() async {
        await database.close()
    }
}
