import Domain
import Foundation

/// Asks people once more who they are before they do what can't be taken back.
struct ConfirmationService: Sendable {
    /// In seconds: for so long nobody is asked again.
    static let freshness: TimeInterval = 600

    let sessions: any RefreshTokenRepository
    let sessionCache: SessionCache
    let authService: AuthService
    let clock: WallClock

    /// - Throws: ``DomainError/confirmationRequired`` when the person proved longer ago who they are.
    func requireRecent(_ current: CurrentUser) async throws {
        guard isRecent(try await requireLive(current)) else { throw DomainError.confirmationRequired }
    }

    /// Asks the store, and not what is remembered of it: elsewhere the person may just have confirmed, or the session been ended.
    /// - Throws: ``DomainError/token(_:)``.
    @discardableResult
    func requireLive(_ current: CurrentUser) async throws -> Session {
        guard let session = try await sessions.find(id: current.session.id), session.isLive(at: clock.now) else {
            throw DomainError.invalidToken
        }
        return session
    }

    func method(for user: User) -> ConfirmationMethod {
        if user.hasSecondFactor { return .code }
        return user.passwordHash == nil ? .signIn : .password
    }

    /// - Throws: ``DomainError/validation(_:)`` for a wrong password or code; ``DomainError/rateLimited(_:)``.
    func confirm(_ current: CurrentUser, by proof: Confirmation, _ caller: Caller) async throws {
        let user = current.user
        try await authService.rateLimiting.take(.signIn, .account(user.id))
        switch method(for: user) {
        case .code: _ = try await authService.useCode(proof.code ?? "", of: user, caller)
        case .password: try await authService.requirePassword(proof.password ?? "", of: user, in: "password", caller)
        case .signIn: throw DomainError.conflict("Sign in again to confirm that it is you")
        }
        defer { sessionCache.forget(session: current.session.id) }
        guard try await sessions.confirm(id: current.session.id, userID: user.id, at: clock.now) else {
            throw DomainError.invalidToken
        }
        authService.events.record(.confirmed, caller, ["user_id": user.id])
    }

    private func isRecent(_ session: Session) -> Bool {
        clock.now.timeIntervalSince(session.life.confirmedAt) <= Self.freshness
    }
}
