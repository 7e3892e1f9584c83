import Domain

extension AuthService {
    /// Makes a local account and signs its owner in.
    /// - Throws: ``DomainError/forbidden(_:)`` when registration is closed, ``DomainError/conflict(_:)`` when the address is taken.
    func register(_ request: UserCreate, _ caller: Caller) async throws -> TokenPair {
        guard methods.isRegistrationOpen else { throw DomainError.forbidden("Registration is closed on this server") }
        try requireAllowed(request.email)
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
        return try await signIn(user, caller)
    }

    /// - Throws: ``DomainError/authentication(_:)``, the same for an unknown address and a wrong password.
    func login(_ request: LoginRequest, _ caller: Caller) async throws -> TokenPair {
        let user = try await users.findByEmail(request.email)
        let matches = try await methods.passwords.verify(request.password, against: user?.passwordHash)
        guard let user, matches else {
            events.record(.signInFailed, caller, ["reason": user == nil ? "unknown_account" : "wrong_password"])
            throw DomainError.authentication("Wrong e-mail address or password")
        }
        try requireOpen(user, caller, provider: "local")
        let pair = try await signIn(user, caller)
        events.record(.signedIn, caller, ["user_id": user.id, "provider": "local"])
        return pair
    }

    /// - Throws: ``DomainError/forbidden(_:)`` for an account that the operator has closed.
    func requireOpen(_ user: User, _ caller: Caller, provider: String) throws {
        guard user.disabledAt != nil else { return }
        events.record(.signInFailed, caller, ["reason": "disabled", "provider": provider])
        throw DomainError.forbidden("This account has been closed by those who run this server")
    }

    /// - Throws: ``DomainError/forbidden(_:)`` for an address of a domain from which nobody may come (`ALLOWED_DOMAINS`).
    func requireAllowed(_ email: String) throws {
        guard !methods.allowedDomains.isEmpty else { return }
        guard methods.allowedDomains.contains(where: { email.hasSuffix("@\($0)") }) else {
            throw DomainError.forbidden("Accounts on this server are for addresses of \(methods.allowedDomains.joined(separator: ", "))")
        }
    }

    private static let emailTaken = DomainError.conflict("This e-mail address belongs to an account already")
}
