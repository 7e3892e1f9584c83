import Domain
import Foundation

/// A store whose calls something comes between: they fail, or wait for their turn.
struct FaultyStore: Store {
    private let base: any Store
    private let faults: any StoreInterception

    init(_ base: any Store, _ faults: any StoreInterception) {
        self.base = base
        self.faults = faults
    }

    var users: any UserRepository { Users(base: base.users, faults: faults) }
    var refreshTokens: any RefreshTokenRepository { RefreshTokens(base: base.refreshTokens, faults: faults) }
    var statusChecks: any StatusCheckRepository { StatusChecks(base: base.statusChecks, faults: faults) }
    var signIns: any SignInRepository { SignIns(base: base.signIns, faults: faults) }

    var projects: any ProjectRepository { FaultyProjects(base: base.projects, faults: faults) }
    var diagrams: any DiagramRepository { FaultyDiagrams(base: base.diagrams, faults: faults) }

    var accessLists: any AccessListRepository { FaultyAccessLists(base: base.accessLists, faults: faults) }
    var accountTokens: any AccountTokenRepository { AccountTokens(base: base.accountTokens, faults: faults) }
    var versions: any VersionRepository { FaultyVersions(base: base.versions, faults: faults) }

    var jobs: any JobRepository { FaultyJobs(base: base.jobs, faults: faults) }
    var removedAccounts: any RemovedAccountRepository { RemovedAccounts(base: base.removedAccounts, faults: faults) }

    /// No request uses it.
    var records: any RecordRepository { base.records }

    func ping() async throws { try await faults.around { try await base.ping() } }

    func close() async { await base.close() }

    private struct Users: UserRepository {
        let base: any UserRepository
        let faults: any StoreInterception

        func create(_ user: User) async throws { try await faults.around { try await base.create(user) } }
        func find(id: String) async throws -> User? { try await faults.around { try await base.find(id: id) } }
        func find(ids: [String]) async throws -> [User] { try await faults.around { try await base.find(ids: ids) } }
        func findByEmail(_ email: String) async throws -> User? { try await faults.around { try await base.findByEmail(email) } }
        func findByIdentity(_ identity: Identity) async throws -> User? { try await faults.around { try await base.findByIdentity(identity) } }
        func change(_ change: UserChange) async throws -> User? { try await faults.around { try await base.change(change) } }
        func findAll(after email: String?, limit: Int) async throws -> [User] {
            try await faults.around { try await base.findAll(after: email, limit: limit) }
        }
        func delete(id: String) async throws -> Bool { try await faults.around { try await base.delete(id: id) } }
    }

    private struct RefreshTokens: RefreshTokenRepository {
        let base: any RefreshTokenRepository
        let faults: any StoreInterception

        func create(_ session: Session) async throws { try await faults.around { try await base.create(session) } }
        func find(id: String) async throws -> Session? { try await faults.around { try await base.find(id: id) } }
        func findByToken(_ hash: String) async throws -> Session? { try await faults.around { try await base.findByToken(hash) } }
        func rotate(_ rotation: SessionRotation) async throws -> Session? { try await faults.around { try await base.rotate(rotation) } }
        func confirm(id: String, userID: String, at now: Date) async throws -> Bool {
            try await faults.around { try await base.confirm(id: id, userID: userID, at: now) }
        }
        func revoke(id: String, userID: String) async throws -> Bool { try await faults.around { try await base.revoke(id: id, userID: userID) } }
        func revokeAllForUser(_ userID: String, except kept: String?) async throws -> Int {
            try await faults.around { try await base.revokeAllForUser(userID, except: kept) }
        }
        func findAllForUser(_ userID: String, at now: Date, idleSince: Date, limit: Int) async throws -> [Session] {
            try await faults.around { try await base.findAllForUser(userID, at: now, idleSince: idleSince, limit: limit) }
        }
        func removeExpired(before date: Date) async throws -> Int { try await faults.around { try await base.removeExpired(before: date) } }
        func removeAll(userID: String) async throws { try await faults.around { try await base.removeAll(userID: userID) } }
    }

    private struct AccountTokens: AccountTokenRepository {
        let base: any AccountTokenRepository
        let faults: any StoreInterception

        func create(_ token: AccountToken) async throws { try await faults.around { try await base.create(token) } }
        func find(id: String, for purpose: AccountToken.Purpose, at now: Date) async throws -> AccountToken? {
            try await faults.around { try await base.find(id: id, for: purpose, at: now) }
        }
        func removeAll(userID: String) async throws { try await faults.around { try await base.removeAll(userID: userID) } }
        func removeExpired(before date: Date) async throws -> Int { try await faults.around { try await base.removeExpired(before: date) } }
    }

    private struct RemovedAccounts: RemovedAccountRepository {
        let base: any RemovedAccountRepository
        let faults: any StoreInterception

        func note(userID: String, at time: Date) async throws { try await faults.around { try await base.note(userID: userID, at: time) } }
        func findAll(limit: Int) async throws -> [(userID: String, removedAt: Date)] {
            try await faults.around { try await base.findAll(limit: limit) }
        }
        func forget(userID: String) async throws { try await faults.around { try await base.forget(userID: userID) } }
    }

    private struct StatusChecks: StatusCheckRepository {
        let base: any StatusCheckRepository
        let faults: any StoreInterception

        func create(_ statusCheck: StatusCheck) async throws { try await faults.around { try await base.create(statusCheck) } }
        func findAll(limit: Int, after position: StatusCheckPosition?) async throws -> [StatusCheck] {
            try await faults.around { try await base.findAll(limit: limit, after: position) }
        }
    }

    private struct SignIns: SignInRepository {
        let base: any SignInRepository
        let faults: any StoreInterception

        func consume(id: String, expiresAt: Date) async throws -> Bool {
            try await faults.around { try await base.consume(id: id, expiresAt: expiresAt) }
        }
        func removeExpired(before date: Date) async throws -> Int { try await faults.around { try await base.removeExpired(before: date) } }
    }
}
