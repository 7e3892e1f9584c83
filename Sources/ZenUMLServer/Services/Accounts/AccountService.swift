import Domain
import Foundation
import Logging
import ZipArchive

/// All that a person has, as a whole.
struct AccountService: Sendable {
    private static let refusal = "Too many exports and imports are being made at this moment"

    let store: any Store
    let sessionCache: SessionCache
    let clock: WallClock
    let removal: AccountRemoval
    private let projects: ProjectService
    private let diagrams: DiagramService
    /// Exports and imports take memory and disk while they are made.
    private let transfers = FairTurnstile(
        .init(places: 2, placesPerClient: 1, waiting: 16, waitingPerClient: 2, longestWait: .seconds(20)), refusal: refusal)
    /// Bodies that are being received lie on the disk, not in memory, and take no place.
    private let uploads = FairTurnstile(.init(places: 64, placesPerClient: 2, waiting: 0, waitingPerClient: 0), refusal: refusal)

    init(
        store: any Store, sessionCache: SessionCache, projects: ProjectService, diagrams: DiagramService, clock: WallClock, logger: Logger
    ) {
        self.store = store
        self.sessionCache = sessionCache
        self.projects = projects
        self.diagrams = diagrams
        self.clock = clock
        removal = AccountRemoval(store: store, clock: clock, logger: logger)
    }

    /// Everything as a zip file.
    /// - Throws: ``DomainError/overloaded(_:)`` when there is no room for it; ``DomainError/notConfigured(_:)`` without libarchive.
    func export(_ user: User) async throws -> TemporaryFile {
        let file = try await TemporaryFile.make()
        do {
            try await transfers.pass(.account(user.id)) {
                try await AccountExport(store: store, user: user, now: clock.now).write(to: file.path)
            }
            return file
        } catch ZipError.unavailable {
            throw DomainError.zipUnavailable
        } catch is ZipError {
            throw DomainError.overloaded("The export could not be written; please try again later")
        }
    }

    /// What an export holds, as new projects and diagrams: all of it, or nothing.
    /// - Parameters:
    ///   - key: The header `Idempotency-Key`: a repetition makes nothing more.
    ///   - receive: Writes the zip file into the file.
    /// - Throws: As ``AccountImport/read(_:)``.
    func importExport(
        key: String?, ownerID: String, receiving receive: @Sendable (TemporaryFile) async throws -> Void
    ) async throws -> (projects: Int, diagrams: Int) {
        let file = try await TemporaryFile.make()
        try await uploads.pass(.account(ownerID)) { try await receive(file) }
        return try await transfers.pass(.account(ownerID)) {
            try await AccountImport(projects: projects, diagrams: diagrams, key: key, ownerID: ownerID).read(file.contents())
        }
    }

    /// Removes the person with all diagrams, projects and sessions, for good.
    func delete(_ id: String) async throws {
        defer { sessionCache.forget(user: id) }
        try await removal.remove(id)
    }
}
