import Domain

extension AuthService {
    /// Starts a sign-in with the identity provider.
    /// - Throws: ``DomainError/notConfigured(_:)``; what ``GoogleSignIn`` throws.
    func startGoogleSignIn() async throws -> (url: String, cookie: String) {
        try await configuredGoogle.start()
    }

    /// Signs a person in whom the identity provider has vouched for, and makes or updates the account.
    ///
    /// Accounts are found by issuer and subject, never by address: an address can pass to somebody else.
    /// - Parameter cookie: What the browser was given when it started.
    /// - Throws: ``DomainError/conflict(_:)`` when the address belongs to another account; what ``GoogleSignIn`` throws.
    func handleGoogleCallback(_ request: GoogleAuthCallbackRequest, cookie: String?, _ caller: Caller) async throws -> TokenPair {
        let user: User
        do {
            user = try await findOrCreate(configuredGoogle.complete(request, cookie: cookie), caller)
        } catch {
            events.record(.signInFailed, caller, ["reason": "\(error)", "provider": "google"])
            throw error
        }
        try requireOpen(user, caller, provider: "google")
        let pair = try await signIn(user, caller)
        events.record(.signedIn, caller, ["user_id": user.id, "provider": "google"])
        return pair
    }

    private var configuredGoogle: GoogleSignIn {
        get throws {
            guard let google = methods.google else { throw DomainError.notConfigured("Google sign-in is not configured on this server") }
            return google
        }
    }

    private func findOrCreate(_ profile: IdentityProfile, _ caller: Caller) async throws -> User {
        if let known = try await users.findByIdentity(profile.identity) { return try await update(known, profile) }
        try requireAllowed(profile.email)
        let now = clock.now
        let user = User(
            id: random.uuid(),
            identity: profile.identity,
            email: profile.email,
            name: profile.name,
            picture: profile.picture,
            createdAt: now,
            updatedAt: now
        )
        do {
            try await users.create(user)
            events.record(.registered, caller, ["user_id": user.id, "provider": "google"])
            return user
        } catch is DuplicateKeyError {
            // Somebody was quicker: the same person in another tab, or another person with the address.
            guard let known = try await users.findByIdentity(profile.identity) else {
                throw DomainError.conflict("This e-mail address belongs to another account")
            }
            return known
        }
    }

    private func update(_ known: User, _ profile: IdentityProfile) async throws -> User {
        guard known.name != profile.name || known.picture != profile.picture else { return known }
        let change = UserChange(id: known.id, [.name(profile.name), .picture(profile.picture)], updatedAt: clock.now)
        let user = try await users.change(change)
        sessionCache.forget(user: known.id)
        return user ?? known
    }
}
