import Domain
import Foundation

extension AuthService {
    /// Gives a person another name.
    /// - Throws: ``DomainError/conflict(_:)`` where an identity provider says what it is.
    func rename(_ current: CurrentUser, _ name: String) async throws -> User {
        guard current.user.isLocal else {
            throw DomainError.conflict("Your name comes from the account that you sign in with; change it there")
        }
        let user = try await users.change(UserChange(id: current.user.id, [.name(name)], updatedAt: clock.now))
        sessionCache.forget(user: current.user.id)
        return user ?? current.user
    }

    /// Sets a new password, and ends all other sessions of the person.
    ///
    /// Where there is none yet, whoever calls makes sure that the person has just proved who they are.
    /// - Throws: ``DomainError/validation(_:)`` when the present one is wrong.
    func changePassword(_ current: CurrentUser, _ request: PasswordChange, _ caller: Caller) async throws {
        if current.user.passwordHash != nil {
            try await requirePassword(request.current ?? "", of: current.user, in: "current_password", caller)
        }
        // Somebody may have set another one while this was looked at, by a link that is to keep out whoever knows the former.
        let isSet = try await setPassword(
            request.new, in: "new_password", of: current.user, if: .passwordHash(current.user.passwordHash), keeping: current.session.id)
        guard isSet else { throw wrongPassword(of: current.user, in: "current_password", caller) }
        events.record(.passwordChanged, caller, ["user_id": current.user.id])
    }

    /// Sends a link for a new password, if there is an account with the address. Nobody can tell by the answer.
    /// - Throws: ``DomainError/notFound(_:)`` when this server sends no mail; ``DomainError/rateLimited(_:)``.
    func forgotPassword(_ email: String, _ caller: Caller) async throws {
        guard let mails = methods.mails else { throw DomainError.notFound("This server sends no mail; ask those who run it for a link") }
        try await rateLimiting.take(.mail, .account(email))
        try await mails.add(.passwordResetMail, named: OpaqueToken.hash(email), PasswordResetMail.Payload(email: email))
        events.record(.passwordForgotten, caller)
    }

    /// Sets a new password by a link that counts once, and ends all sessions of the person.
    /// - Throws: ``DomainError/notFound(_:)`` for a link that was used, has expired or never was.
    func resetPassword(_ request: PasswordReset, _ caller: Caller) async throws {
        let id = OpaqueToken.hash(request.token)
        guard let token = try await accountTokens.find(id: id, for: .passwordReset, at: clock.now),
            let user = try await users.find(id: token.userID), token.email == nil || token.email == user.email
        else { throw Self.lostLink }
        // Who has got the link by mail has proved, too, that the address is theirs.
        let isSet = try await setPassword(
            request.password, in: "password", of: user, and: token.email == nil ? [] : [.emailVerifiedAt(clock.now)],
            if: .credentials(passwordHash: user.passwordHash, email: user.email), keeping: nil)
        guard isSet else { throw Self.lostLink }
        events.record(.passwordChanged, caller, ["user_id": user.id])
    }

    /// - Throws: ``DomainError/validation(_:)`` when it is not the person's.
    func requirePassword(_ password: String, of user: User, in field: String, _ caller: Caller) async throws {
        guard try await methods.passwords.verify(password, against: user.passwordHash) else { throw wrongPassword(of: user, in: field, caller) }
    }

    private func wrongPassword(of user: User, in field: String, _ caller: Caller) -> DomainError {
        events.record(.passwordRefused, caller, ["user_id": user.id])
        return .validation([FieldError(location: ["body", field], message: "This is not your password", type: "wrong_password")])
    }

    private static let lostLink = DomainError.notFound("This link has been used, or has expired; ask for a new one")

    /// The links go last: by one of them it is done again where it broke off before.
    /// - Returns: Whether the condition was met.
    private func setPassword(
        _ password: String, in field: String, of user: User, and others: [UserChange.Field] = [], if condition: UserChange.Condition,
        keeping session: String?
    ) async throws -> Bool {
        let userID = user.id
        do {
            _ = try PasswordPolicy.check(password, email: user.email)
        } catch {
            throw DomainError.validation([FieldError(location: ["body", field], message: error.message, type: error.type)])
        }
        let hash = try await methods.passwords.hash(password)
        let change = UserChange(id: userID, [.passwordHash(hash)] + others, if: condition, updatedAt: clock.now)
        defer { sessionCache.forget(user: userID) }
        guard try await users.change(change) != nil else { return false }
        try await sessions.revokeAllForUser(userID, except: session)
        try await accountTokens.removeAll(userID: userID)
        return true
    }
}
