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
    /// - Throws: ``DomainError/conflict(_:)`` when the address belongs to another account; what ``GoogleSignIn`` throws; as
    ///   ``admit(_:provider:_:)``.
    func handleGoogleCallback(_ request: GoogleAuthCallbackRequest, cookie: String?, _ caller: Caller) async throws -> TokenPair {
        let user: User
        do {
            user = try await findOrCreate(configuredGoogle.complete(request, cookie: cookie), caller)
        } catch {
            events.record(.signInFailed, caller, ["reason": "\(error)", "provider": "google"])
            throw error
        }
        return try await admit(user, provider: "google", caller)
    }

    private var configuredGoogle: GoogleSignIn {
        get throws {
            guard let google = methods.google else { throw DomainError.notConfigured("Google sign-in is not configured on this server") }
            return google
        }
    }

    private func findOrCreate(_ profile: IdentityProfile, _ caller: Caller) async throws -> User {
        if let known = try await users.findByIdentity(profile.identity) { return try await update(known, profile) }
        try methods.requireAllowed(profile.email)
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
            if let known = try await users.findByIdentity(profile.identity) { return known }
            return try await claim(profile, caller)
        }
    }

    /// Gives a local account to the owner of its address, which nobody has proved to be theirs. Whoever made it, perhaps long before and for
    /// this, can't come back: password, links and sessions end, and so does all sharing. Who has set up a second factor keeps the account.
    ///
    /// The identity comes last: what breaks off before is done again at the next sign-in.
    private func claim(_ profile: IdentityProfile, _ caller: Caller) async throws -> User {
        let taken = DomainError.conflict("This e-mail address belongs to another account")
        let condition = UserChange.Condition.unverifiedEmail(profile.email)
        guard profile.ownsEmail, let former = try await users.findByEmail(profile.email), former.disabledAt == nil,
            !former.hasSecondFactor
        else { throw taken }
        let closed: [UserChange.Field] = [.passwordHash(nil), .secondFactor(nil)]
        let closing = UserChange(id: former.id, closed, if: condition, updatedAt: clock.now)
        guard try await users.change(closing) != nil else { throw taken }
        defer { sessionCache.forget(user: former.id) }
        try await endAll(of: former)
        try await accessLists.removeAll(ownerID: former.id)
        let fields: [UserChange.Field] =
            [
                .identity(profile.identity), .emailVerifiedAt(clock.now), .name(profile.name), .picture(profile.picture),
            ] + closed
        do {
            guard let user = try await users.change(UserChange(id: former.id, fields, if: condition, updatedAt: clock.now)) else { throw taken }
            try await endAll(of: former)
            events.record(.accountClaimed, caller, ["user_id": user.id, "provider": "google"])
            return user
        } catch is DuplicateKeyError {
            throw taken
        }
    }

    private func endAll(of user: User) async throws {
        defer { sessionCache.forget(user: user.id) }
        try await accountTokens.removeAll(userID: user.id)
        try await sessions.revokeAllForUser(user.id)
    }

    private func update(_ known: User, _ profile: IdentityProfile) async throws -> User {
        guard known.name != profile.name || known.picture != profile.picture else { return known }
        let change = UserChange(id: known.id, [.name(profile.name), .picture(profile.picture)], updatedAt: clock.now)
        let user = try await users.change(change)
        sessionCache.forget(user: known.id)
        return user ?? known
    }
}
