import Domain

/// A store whose sign of life does not come.
struct HangingStore: Store {
    let base: any Store

    init(_ base: any Store) {
        self.base = base
    }

    var users: any UserRepository { base.users }
    var refreshTokens: any RefreshTokenRepository { base.refreshTokens }
    var statusChecks: any StatusCheckRepository { base.statusChecks }
    var signIns: any SignInRepository { base.signIns }
    var projects: any ProjectRepository { base.projects }
    var diagrams: any DiagramRepository { base.diagrams }
    var accessLists: any AccessListRepository { base.accessLists }
    var accountTokens: any AccountTokenRepository { base.accountTokens }
    var versions: any VersionRepository { base.versions }
    var removedAccounts: any RemovedAccountRepository { base.removedAccounts }
    var jobs: any JobRepository { base.jobs }
    var records: any RecordRepository { base.records }

    /// Takes no notice of being cancelled, as a blocked system call does not.
    func ping() async throws {
        let (nothing, continuation) = AsyncStream<Void>.makeStream()
        await Task.detached { for await _ in nothing {} }.value
        continuation.finish()
    }

    func close() async { await base.close() }
}
