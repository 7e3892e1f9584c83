/// A database, seen as its repositories.
public protocol Store: Sendable {
    var users: any UserRepository { get }
    var refreshTokens: any RefreshTokenRepository { get }
    var statusChecks: any StatusCheckRepository { get }
    var signIns: any SignInRepository { get }
    var projects: any ProjectRepository { get }
    var diagrams: any DiagramRepository { get }
    var accessLists: any AccessListRepository { get }
    var versions: any VersionRepository { get }
    var accountTokens: any AccountTokenRepository { get }
    var removedAccounts: any RemovedAccountRepository { get }
    var jobs: any JobRepository { get }
    var records: any RecordRepository { get }

    /// Asks the database for a sign of life that needs reading and the right to write.
    /// - Throws: ``StoreUnavailableError``.
    func ping() async throws

    /// Ends the work in hand and lets go of the database. Calls made later throw ``StoreUnavailableError``.
    func close() async
}
