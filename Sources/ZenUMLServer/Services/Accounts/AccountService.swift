import Domain
import Foundation

/// All that a person has, as a whole.
struct AccountService: Sendable {
    /// In seconds: how long ago somebody may have signed in who deletes the account.
    static let freshness: TimeInterval = 600

    let store: any Store
    let sessionCache: SessionCache
    let clock: WallClock

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
        try await store.refreshTokens.revokeAllForUser(id)
        _ = try await store.users.delete(id: id)
    }
}
