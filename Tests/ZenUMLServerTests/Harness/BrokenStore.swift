import Domain

/// A store with a mistake in it that nobody foresaw.
struct BrokenStore: Store {
    struct Mistake: Error, CustomStringConvertible {
        let description = "secret detail"
    }

    private struct StatusChecks: StatusCheckRepository {
        func create(_ statusCheck: StatusCheck) async throws { throw Mistake() }
        func findAll(limit: Int, after position: StatusCheckPosition?) async throws -> [StatusCheck] { throw Mistake() }
    }

    let base: any Store

    init(_ base: any Store) {
        self.base = base
    }

    var users: any UserRepository { base.users }
    var refreshTokens: any RefreshTokenRepository { base.refreshTokens }
    var statusChecks: any StatusCheckRepository { StatusChecks() }
    var signIns: any SignInRepository { base.signIns }
    var projects: any ProjectRepository { base.projects }
    var diagrams: any DiagramRepository { base.diagrams }
    var accessLists: any AccessListRepository { base.accessLists }
    var accountTokens: any AccountTokenRepository { base.accountTokens }
    var versions: any VersionRepository { base.versions }
    var removedAccounts: any RemovedAccountRepository { base.removedAccounts }
    var jobs: any JobRepository { base.jobs }
    var records: any RecordRepository { base.records }

    func ping() async throws { try await base.ping() }
    func close() async { await base.close() }
}
