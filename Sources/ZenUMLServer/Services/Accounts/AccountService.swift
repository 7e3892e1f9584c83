import Domain
import Foundation
import ZipArchive

/// All that a person has, as a whole.
struct AccountService: Sendable {
    /// In seconds: how long ago somebody may have signed in who deletes the account.
    static let freshness: TimeInterval = 600

    let store: any Store
    let sessionCache: SessionCache
    let clock: WallClock
    private let projects: ProjectService
    private let diagrams: DiagramService
    /// Exports and imports take memory and disk while they are made.
    private let transfers = Turnstile(places: 2)
    private let admissions = AdmissionLimit(8, refusal: "Too many exports and imports are being made at this moment")

    init(store: any Store, sessionCache: SessionCache, projects: ProjectService, diagrams: DiagramService, clock: WallClock) {
        self.store = store
        self.sessionCache = sessionCache
        self.projects = projects
        self.diagrams = diagrams
        self.clock = clock
    }

    /// Everything as a zip file.
    /// - Returns: The path of the file, which is the caller's to remove.
    /// - Throws: ``DomainError/overloaded(_:)`` when there is no room for it; ``DomainError/notConfigured(_:)`` without libarchive.
    func export(_ user: User) async throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "zenuml-export-\(UUID().uuidString).zip").path
        do {
            try await admitted { try await AccountExport(store: store, user: user, now: clock.now).write(to: path) }
            return path
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            if case ZipError.unavailable = error { throw DomainError.zipUnavailable }
            if error is ZipError { throw DomainError.overloaded("The export could not be written; please try again later") }
            throw error
        }
    }

    /// What an export holds, as new projects and diagrams.
    /// - Throws: As ``AccountImport/read(_:)``.
    func importExport(ownerID: String, reading body: @Sendable () async throws -> [UInt8]) async throws -> (projects: Int, diagrams: Int) {
        try await admitted { try await AccountImport(projects: projects, diagrams: diagrams, ownerID: ownerID).read(body()) }
    }

    /// A body is read when its turn has come, and not kept in memory before.
    private func admitted<Result: Sendable>(_ work: @Sendable () async throws -> Result) async throws -> Result {
        try await admissions.admit { try await transfers.pass(work) }
    }

    /// Removes the person with all diagrams, projects and sessions, for good. If that is broken off, a repetition goes on.
    /// - Throws: ``DomainError/forbidden(_:)`` when the sign-in lies too far back.
    func delete(_ current: CurrentUser) async throws {
        guard clock.now.timeIntervalSince(current.session.createdAt) <= Self.freshness else {
            throw DomainError.forbidden("Sign in again before you delete the account")
        }
        let id = current.user.id
        defer { sessionCache.forget(user: id) }
        _ = try await store.diagrams.removeAll(ownerID: id)
        _ = try await store.projects.removeAll(ownerID: id)
        // The sessions last, so that a repetition is let in; without their person they are good for nothing.
        _ = try await store.users.delete(id: id)
        try await store.refreshTokens.revokeAllForUser(id)
    }
}
