public import Domain

/// The repositories on a MongoDB database, which several servers may share.
public struct MongoStore: Store {
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
    let database: MongoDatabase

    /// Connects, and makes the collections, validators and indexes that are missing.
    /// - Parameters:
    ///   - url: `mongodb://` or `mongodb+srv://` (MongoDB manual, "Connection Strings"); its path names the database.
    ///   - use: What for: that says how long a command may take.
    /// - Throws: ``StoreUnavailableError`` with the reason in one line, without the password.
    public init(url: String, for use: MongoUse = .requests) async throws {
        let inspection = try MongoDatabase(url: url, timeouts: .inspection)
        let administration = try MongoDatabase(url: url, timeouts: .administration)
        // Half a second each that nobody needs to wait for.
        defer {
            Task { await inspection.close() }
            Task { await administration.close() }
        }
        try await ServerFacts(asking: inspection).checkVersion()
        try await SchemaInstaller(inspection: inspection, administration: administration).install()
        self.init(database: try MongoDatabase(url: url, timeouts: use.timeouts))
    }

    private init(database: MongoDatabase) {
        self.database = database
        users = MongoUserRepository(collection: MongoCollection(Schema.users, database))
        refreshTokens = MongoRefreshTokenRepository(collection: MongoCollection(Schema.refreshTokens, database))
        statusChecks = MongoStatusCheckRepository(collection: MongoCollection(Schema.statusChecks, database))
        let (lists, earlier) = (MongoCollection(Schema.accessLists, database), MongoCollection(Schema.versions, database))
        let (folders, drawings) = (MongoCollection(Schema.projects, database), MongoCollection(Schema.diagrams, database))
        accessLists = MongoAccessListRepository(collection: lists, projects: folders, diagrams: drawings)
        versions = MongoVersionRepository(collection: earlier, diagrams: drawings)
        projects = MongoProjectRepository(collection: folders, accessLists: lists)
        diagrams = MongoDiagramRepository(collection: drawings, projects: folders, accessLists: lists, versions: earlier)
        accountTokens = MongoAccountTokenRepository(collection: MongoCollection(Schema.accountTokens, database))
        removedAccounts = MongoRemovedAccountRepository(collection: MongoCollection(Schema.removedAccounts, database))
        jobs = MongoJobRepository(collection: MongoCollection(Schema.jobs, database))
        records = MongoRecordRepository(database: database)
        signIns = MongoSignInRepository(collection: MongoCollection(Schema.signIns, database))
    }

    /// Writes, because a member of a replica set that has no majority can still read.
    public func ping() async throws {
        do {
            _ = try await database.run(
                .findAndUpdate(Schema.pings.name, ["_id": 1], ["$inc": ["counter": .int64(1)]], isUpsert: true))
        } catch {
            throw StoreUnavailableError.translating(error)
        }
    }

    public func close() async {
        await database.close()
    }
}
