import Domain
import Foundation

/// The addresses of people: proved by mails to them, and changed.
struct EmailService: Sendable {
    let users: any UserRepository
    let accountTokens: any AccountTokenRepository
    let sessionCache: SessionCache
    let methods: SignInMethods
    let rateLimiting: RateLimiting
    let events: AuthEventLog
    let clock: WallClock

    /// Sends a link to the person's address.
    /// - Throws: ``DomainError/conflict(_:)`` where that is verified; ``DomainError/notFound(_:)`` where no mail is sent;
    ///   ``DomainError/rateLimited(_:)``.
    func sendVerification(to user: User) async throws {
        guard !user.isEmailVerified else { throw DomainError.conflict("Your address is verified already") }
        try await mails(to: user.email, of: user).sendVerification(to: user.email, of: user.id)
    }

    /// Sends a link to a new address, which becomes the person's when it is opened.
    /// - Throws: ``DomainError/conflict(_:)`` where another account has it, or an identity provider says what the address is;
    ///   ``DomainError/forbidden(_:)`` for a domain that is not allowed; as ``sendVerification(to:)``.
    func requestChange(of user: User, to email: String) async throws {
        guard user.isLocal else { throw DomainError.conflict("Your address comes from the account that you sign in with; change it there") }
        try methods.requireAllowed(email)
        let mails = try await mails(to: email, of: user)
        // Whose an address is tells nobody more often than mails may be sent.
        if let other = try await users.findByEmail(email) {
            throw DomainError.conflict(other.id == user.id ? "This is your address already" : Self.taken)
        }
        try await mails.sendVerification(to: email, of: user.id)
    }

    /// Takes the token of a mail: its address is the person's from now on.
    /// - Throws: ``DomainError/notFound(_:)`` for one that was used, has expired or is another person's; ``DomainError/conflict(_:)`` when the
    ///   address has been taken meanwhile.
    func verify(_ text: String, by userID: String, _ caller: Caller) async throws -> User {
        let id = OpaqueToken.hash(text)
        guard let token = try await accountTokens.find(id: id, for: .emailVerification, at: clock.now), token.userID == userID,
            let email = token.email, let user = try await users.find(id: userID)
        else { throw Self.unknown }
        return try await setEmail(email, of: user, caller)
    }

    private func setEmail(_ email: String, of user: User, _ caller: Caller) async throws -> User {
        let now = clock.now
        let isNew = email != user.email
        guard user.isLocal || !isNew else { throw Self.unknown }
        // Told beforehand, so that no change is made that nobody hears of; the mail is sent if the change was made.
        if isNew {
            try await mails.add(
                .emailChangedMail, named: "\(user.id) \(OpaqueToken.hash(email))",
                EmailChangedMail.Payload(userID: user.id, former: user.email), after: EmailChangedMail.delay)
        }
        let fields: [UserChange.Field] = isNew ? [.email(email), .emailVerifiedAt(now)] : [.emailVerifiedAt(now)]
        defer { sessionCache.forget(user: user.id) }
        let changed: User?
        do {
            changed = try await users.change(UserChange(id: user.id, fields, if: .email(user.email), updatedAt: now))
        } catch is DuplicateKeyError {
            throw DomainError.conflict(Self.taken)
        }
        guard let changed else { throw Self.unknown }
        // The token has done its work; and links that went to the former address open nothing any more.
        try await accountTokens.removeAll(userID: user.id)
        events.record(isNew ? .emailChanged : .emailVerified, caller, ["user_id": user.id])
        return changed
    }

    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/rateLimited(_:)``.
    private func mails(to email: String, of user: User) async throws -> JobQueue {
        let mails = try mails
        try await rateLimiting.take(.mail, .account(user.id))
        try await rateLimiting.take(.mail, .account(email))
        return mails
    }

    private var mails: JobQueue {
        get throws {
            guard let mails = methods.mails else { throw DomainError.notFound("This server sends no mail; ask those who run it") }
            return mails
        }
    }

    private static let taken = "This e-mail address belongs to another account"
    private static let unknown = DomainError.notFound("This link has been used, has expired, or is for another account")
}
