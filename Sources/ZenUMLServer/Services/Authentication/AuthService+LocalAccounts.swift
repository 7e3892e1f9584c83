import Domain

extension AuthService {
    /// Makes a local account and signs its owner in.
    /// - Throws: ``DomainError/forbidden(_:)`` when registration is closed, ``DomainError/conflict(_:)`` when the address is taken.
    func register(_ request: UserCreate, _ caller: Caller) async throws -> TokenPair {
        guard methods.isRegistrationOpen else { throw DomainError.forbidden("Registration is closed on this server") }
        try methods.requireAllowed(request.email)
        // Asked first, because the hash is the expensive part; the unique index decides.
        guard try await users.findByEmail(request.email) == nil else { throw Self.emailTaken }
        let id = random.uuid()
        let now = clock.now
        let user = User(
            id: id,
            identity: Identity(issuer: Identity.localIssuer, subject: id),
            email: request.email,
            name: request.name,
            passwordHash: try await methods.passwords.hash(request.password),
            createdAt: now,
            updatedAt: now
        )
        do {
            try await users.create(user)
        } catch is DuplicateKeyError {
            throw Self.emailTaken
        }
        events.record(.registered, caller, ["user_id": user.id, "provider": "local"])
        await sendVerification(to: user, caller)
        return try await signIn(user, caller)
    }

    /// - Throws: ``DomainError/authentication(_:)``, the same for an unknown address and a wrong password; as
    ///   ``admit(_:provider:_:)``.
    func login(_ request: LoginRequest, _ caller: Caller) async throws -> TokenPair {
        let user = try await users.findByEmail(request.email)
        let matches = try await methods.passwords.verify(request.password, against: user?.passwordHash)
        guard let user, matches else {
            events.record(.signInFailed, caller, ["reason": user == nil ? "unknown_account" : "wrong_password"])
            throw DomainError.authentication("Wrong e-mail address or password")
        }
        return try await admit(user, provider: "local", caller)
    }

    /// - Throws: ``DomainError/forbidden(_:)`` for an account that the operator has closed.
    func requireOpen(_ user: User, _ caller: Caller, provider: String) throws {
        guard user.disabledAt != nil else { return }
        events.record(.signInFailed, caller, ["reason": "disabled", "provider": provider])
        throw DomainError.forbidden("This account has been closed by those who run this server")
    }

    /// The account is there, whether the mail can be sent or not: the person can ask for another one.
    private func sendVerification(to user: User, _ caller: Caller) async {
        do {
            guard let mails = methods.mails else { return }
            try await rateLimiting.take(.mail, .account(user.email))
            try await mails.sendVerification(to: user.email, of: user.id)
        } catch {
            events.record(.verificationNotSent, caller, ["user_id": user.id, "reason": "\(error)"])
        }
    }

    private static let emailTaken = DomainError.conflict("This e-mail address belongs to an account already")
}
