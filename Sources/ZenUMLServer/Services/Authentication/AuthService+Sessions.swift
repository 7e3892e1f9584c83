import Domain
import Foundation

extension AuthService {
    static let listLimit = 100

    /// Ends every session of the person, and the access tokens of each with it.
    func logout(_ current: CurrentUser, _ caller: Caller) async throws {
        // Forgotten even when the store fails half-way: what was revoked must not be remembered as good.
        defer { sessionCache.forget(user: current.user.id) }
        try await sessions.revokeAllForUser(current.user.id)
        events.record(.signedOut, caller, ["user_id": current.user.id])
    }

    /// The person's live sessions, the newest first, and no more than anybody would look through.
    func listSessions(of current: CurrentUser) async throws -> [Session] {
        let now = clock.now
        let idleSince = now.addingTimeInterval(-tokens.lifetimes.idle.seconds)
        return try await sessions.findAllForUser(current.user.id, at: now, idleSince: idleSince, limit: Self.listLimit)
    }

    /// - Throws: ``DomainError/notFound(_:)`` when the person has no such live session.
    func endSession(_ id: String, of current: CurrentUser, _ caller: Caller) async throws {
        defer { sessionCache.forget(session: id) }
        guard try await sessions.revoke(id: id, userID: current.user.id) else {
            throw DomainError.notFound("No such session")
        }
        events.record(.sessionEnded, caller, ["user_id": current.user.id, "session_id": id])
    }
}
