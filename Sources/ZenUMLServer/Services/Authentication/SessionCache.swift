import Domain
import Foundation

/// The sessions in use and their users, remembered for a moment, so that most requests need no database.
///
/// A session that ends on this server is forgotten here at once; one that ends elsewhere within ``lifetime``, and at once where servers tell
/// each other.
struct SessionCache: Sendable {
    /// An object, because every request takes one along: one reference instead of a dozen texts.
    final class Entry: Sendable {
        let session: Session
        let user: User

        init(session: Session, user: User) {
            self.session = session
            self.user = user
        }
    }

    /// In seconds. Less than the 5 s within which an end elsewhere must be known.
    static let lifetime: TimeInterval = 3

    private let users: any UserRepository
    private let sessions: any RefreshTokenRepository
    private let clock: WallClock
    private let invalidation: (any CacheInvalidation)?
    private let entries = BoundedCache<String, Entry>(limit: 20_000)

    init(users: any UserRepository, sessions: any RefreshTokenRepository, clock: WallClock, invalidation: (any CacheInvalidation)? = nil) {
        self.users = users
        self.sessions = sessions
        self.clock = clock
        self.invalidation = invalidation
    }

    /// - Returns: The session and its user, if the session is the user's and live, and the user exists and is not disabled.
    func find(session id: String, of userID: String) async throws -> Entry? {
        let now = clock.now
        if let entry = entries.value(for: id, at: now) {
            return entry.session.userID == userID && entry.session.isLive(at: now) ? entry : nil
        }
        let generation = entries.generation
        guard let session = try await sessions.find(id: id), session.userID == userID, session.isLive(at: now),
            let user = try await users.find(id: userID), user.disabledAt == nil
        else { return nil }
        let entry = Entry(session: session, user: user)
        entries.store(entry, for: id, until: now + Self.lifetime, at: now, generation: generation)
        return entry
    }

    func forget(session id: String) {
        drop(session: id)
        invalidation?.publish(RememberedName.session(id).text)
    }

    func forget(user id: String) {
        drop(user: id)
        invalidation?.publish(RememberedName.user(id).text)
    }

    /// What has changed on another server.
    func drop(session id: String) {
        entries.remove(id)
    }

    func drop(user id: String) {
        entries.remove { _, entry in entry.user.id == id }
    }

    func dropAll() {
        entries.remove { _, _ in true }
    }
}
