import Domain
import Foundation

extension AuthService {
    /// Signs somebody in who has proved the first factor, unless a second one is to be asked for.
    /// - Throws: ``DomainError/secondFactorRequired(ticket:)``; ``DomainError/forbidden(_:)`` for an account that is closed.
    func admit(_ user: User, provider: String, _ caller: Caller) async throws -> TokenPair {
        try requireOpen(user, caller, provider: provider)
        guard !user.hasSecondFactor else { throw DomainError.secondFactorRequired(ticket: ticket(for: user, provider)) }
        let pair = try await signIn(user, caller)
        events.record(.signedIn, caller, ["user_id": user.id, "provider": provider])
        return pair
    }

    /// The second half of a sign-in.
    /// - Throws: ``DomainError/secondFactorExpired`` for a ticket that is not good any more, ``DomainError/validation(_:)`` for a wrong
    ///   code, ``DomainError/rateLimited(_:)``.
    func finishSignIn(_ request: SecondFactorSignIn, _ caller: Caller) async throws -> TokenPair {
        guard let claims = try? await tokens.signer.verify(request.ticket, as: SecondFactorTicketClaims.self, at: clock.now),
            let known = try await users.find(id: claims.sub), claims.pwh == Self.fingerprint(of: known.passwordHash)
        else { throw DomainError.secondFactorExpired }
        try requireOpen(known, caller, provider: claims.idp)
        // Apart from passwords, which anybody can try without knowing one: here comes nobody who doesn't.
        try await rateLimiting.take(.signIn, .account(known.id))
        let user = try await useCode(request.code, of: known, caller)
        // Whoever set another password meanwhile did it to keep out whom the ticket was given to.
        guard claims.pwh == Self.fingerprint(of: user.passwordHash) else { throw DomainError.secondFactorExpired }
        let pair = try await signIn(user, caller)
        events.record(.signedIn, caller, ["user_id": user.id, "provider": claims.idp, "second_factor": "true"])
        return pair
    }

    /// - Throws: ``DomainError/validation(_:)`` for a wrong code.
    func useCode(_ code: String, of user: User, _ caller: Caller) async throws -> User {
        do {
            return try await methods.secondFactors.use(code, of: user.id)
        } catch let error as DomainError {
            if case .validation = error { events.record(.codeRefused, caller, ["user_id": user.id]) }
            throw error
        }
    }

    /// Ends all other sessions of a person who has changed how they sign in.
    func endOthers(after event: AuthEventLog.Event, of current: CurrentUser, _ caller: Caller) async throws {
        defer { sessionCache.forget(user: current.user.id) }
        events.record(event, caller, ["user_id": current.user.id])
        try await sessions.revokeAllForUser(current.user.id, except: current.session.id)
    }

    private func ticket(for user: User, _ provider: String) -> String {
        let issued = Int(clock.now.timeIntervalSince1970)
        return tokens.signer.sign(
            SecondFactorTicketClaims(
                iss: tokens.signer.issuer, aud: tokens.signer.audience, sub: user.id, pwh: Self.fingerprint(of: user.passwordHash), idp: provider,
                iat: issued, exp: issued + SecondFactorTicketClaims.lifetime, type: SecondFactorTicketClaims.kind))
    }

    private static func fingerprint(of passwordHash: String?) -> String {
        String(OpaqueToken.hash(passwordHash ?? "").prefix(16))
    }
}
