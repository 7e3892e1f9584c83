import Domain
import Foundation

extension AuthService {
    /// Exchanges a refresh token for a new pair and makes it the former one (RFC 9700 §4.14.2).
    ///
    /// The rotation is one compare-and-set, so a sign-out is never lost to it. A token from further back than the one before the
    /// current has been stolen from someone: the session ends.
    /// - Throws: ``DomainError/token(_:)``, ``DomainError/rateLimited(_:)``.
    func refreshAccessToken(_ token: String, _ caller: Caller) async throws -> TokenPair {
        let now = clock.now
        let claims: RefreshTokenClaims
        do {
            claims = try await tokens.signer.verify(token, as: RefreshTokenClaims.self, at: now)
        } catch {
            throw refused(caller, reason: error.rawValue)
        }
        // By the session, so that an old token of one session can't use up what another has left.
        try await rateLimiting.take(.refresh, .account(claims.sid))
        let expiresAt = Date(timeIntervalSince1970: Double(claims.exp))
        let successor = tokens.createRefreshToken(
            session: claims.sid, userID: claims.sub, counter: claims.ctr + 1, issuedAt: now, expiresAt: expiresAt)
        let rotation = SessionRotation(
            from: OpaqueToken.hash(token),
            to: OpaqueToken.hash(successor),
            rotatedAt: now,
            idleSince: now.addingTimeInterval(-tokens.lifetimes.idle.seconds),
            client: caller.client
        )
        guard let session = try await sessions.rotate(rotation) else {
            return try await repeatRotation(claims, caller)
        }
        let user = try await requireUser(of: session, caller)
        events.record(.refreshed, caller, ["session_id": session.id, "user_id": session.userID])
        return tokenPair(for: session, of: user, refreshToken: successor)
    }

    /// Answers a token that is not the current one of its session: with the current one if it was replaced just now, else not.
    private func repeatRotation(_ claims: RefreshTokenClaims, _ caller: Caller) async throws -> TokenPair {
        let now = clock.now
        guard let session = try await sessions.find(id: claims.sid), session.userID == claims.sub, session.isLive(at: now) else {
            throw refused(caller, reason: "session_ended")
        }
        guard claims.ctr < session.token.counter else { throw refused(caller, reason: "idle_or_unknown") }
        guard claims.ctr == session.token.counter - 1, let rotatedAt = session.token.rotatedAt,
            now.timeIntervalSince(rotatedAt) <= Self.rotationGrace
        else {
            try await punishReuse(of: session, caller)
        }
        let successor = tokens.createRefreshToken(
            session: session.id, userID: session.userID, counter: session.token.counter, issuedAt: rotatedAt, expiresAt: session.life.expiresAt)
        guard OpaqueToken.hash(successor) == session.token.hash else { throw refused(caller, reason: "signed_with_another_key") }
        let user = try await requireUser(of: session, caller)
        events.record(.refreshed, caller, ["session_id": session.id, "user_id": session.userID, "repeated": "true"])
        return tokenPair(for: session, of: user, refreshToken: successor)
    }

    private func punishReuse(of session: Session, _ caller: Caller) async throws -> Never {
        defer { sessionCache.forget(session: session.id) }
        _ = try await sessions.revoke(id: session.id, userID: session.userID)
        events.record(.reuseDetected, caller, ["session_id": session.id, "user_id": session.userID])
        throw DomainError.token("Invalid or expired refresh token")
    }

    private func requireUser(of session: Session, _ caller: Caller) async throws -> User {
        guard let entry = try await sessionCache.find(session: session.id, of: session.userID) else {
            throw refused(caller, reason: "user_or_session_gone")
        }
        return entry.user
    }

    private func refused(_ caller: Caller, reason: String) -> DomainError {
        events.record(.refreshFailed, caller, ["reason": reason])
        return .token("Invalid or expired refresh token")
    }
}
