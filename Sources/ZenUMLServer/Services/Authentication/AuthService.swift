import Crypto
import Domain
import Foundation

/// Signing in and staying signed in: tokens, sessions and accounts.
struct AuthService: Sendable {
    /// For so long after a rotation the token before the current one is answered with the same successor: two tabs of a browser, or a
    /// client whose answer got lost, are no thieves. A deviation from RFC 9700 §4.14.2, one token deep.
    static let rotationGrace: TimeInterval = 10

    let users: any UserRepository
    let sessions: any RefreshTokenRepository
    let accountTokens: any AccountTokenRepository
    let accessLists: any AccessListRepository
    let sessionCache: SessionCache
    let tokens: TokenIssuer
    let methods: SignInMethods
    let rateLimiting: RateLimiting
    let events: AuthEventLog
    let clock: WallClock
    let random: RandomSource
    private let verifiedTokens = BoundedCache<SHA256Digest, TokenData>(limit: 20_000)

    init(
        store: any Store,
        sessionCache: SessionCache,
        tokens: TokenIssuer,
        methods: SignInMethods,
        rateLimiting: RateLimiting,
        events: AuthEventLog,
        clock: WallClock,
        random: RandomSource
    ) {
        users = store.users
        sessions = store.refreshTokens
        accountTokens = store.accountTokens
        accessLists = store.accessLists
        self.sessionCache = sessionCache
        self.tokens = tokens
        self.methods = methods
        self.rateLimiting = rateLimiting
        self.events = events
        self.clock = clock
        self.random = random
    }

    /// Checks an access token, its session and its user.
    /// - Throws: ``DomainError/token(_:)`` when any of the three is not good any more.
    func verifyToken(_ token: String) async throws -> CurrentUser {
        let data = try await tokenData(of: token)
        guard let entry = try await sessionCache.find(session: data.sessionID, of: data.userID) else {
            throw DomainError.invalidToken
        }
        return CurrentUser(token: data, entry: entry)
    }

    /// Starts a session for a user.
    func signIn(_ user: User, _ caller: Caller) async throws -> TokenPair {
        let now = clock.now
        let id = random.uuid()
        // Whole seconds, because the claim `exp` knows no others.
        let expiresAt = Date(timeIntervalSince1970: (now.timeIntervalSince1970 + tokens.lifetimes.refresh.seconds).rounded(.down))
        let refreshToken = tokens.createRefreshToken(session: id, userID: user.id, counter: 0, issuedAt: now, expiresAt: expiresAt)
        let session = Session(
            id: id,
            userID: user.id,
            email: user.email,
            token: Session.Token(hash: OpaqueToken.hash(refreshToken)),
            life: Session.Life(createdAt: now, expiresAt: expiresAt),
            client: caller.client
        )
        try await sessions.create(session)
        try await requireUnchanged(user, session)
        return tokenPair(for: session, of: user, refreshToken: refreshToken)
    }

    /// A new password, a second factor, or the end of an account, ends the sessions that there are: one that was made at the same time is ended here.
    private func requireUnchanged(_ user: User, _ session: Session) async throws {
        let now = try await users.find(id: user.id)
        guard let now, now.passwordHash == user.passwordHash, now.disabledAt == nil,
            now.secondFactor?.activatedAt == user.secondFactor?.activatedAt
        else {
            _ = try await sessions.revoke(id: session.id, userID: user.id)
            throw DomainError.authentication("The account has changed meanwhile; please sign in again")
        }
    }

    func tokenPair(for session: Session, of user: User, refreshToken: String) -> TokenPair {
        TokenPair(
            accessToken: tokens.createAccessToken(for: session, email: user.email, id: random.uuid(), issuedAt: clock.now),
            refreshToken: refreshToken,
            accessTokenLifetime: tokens.lifetimes.access,
            sessionExpiresAt: session.life.expiresAt
        )
    }

    /// Verifying a signature costs more than the rest of most requests, so a verified token is remembered, by its hash, until it expires.
    private func tokenData(of token: String) async throws -> TokenData {
        let now = clock.now
        let key = SHA256.hash(data: Data(token.utf8))
        if let data = verifiedTokens.value(for: key, at: now) { return data }
        do {
            let claims = try await tokens.signer.verify(token, as: AccessTokenClaims.self, at: now)
            let expiresAt = Date(timeIntervalSince1970: Double(claims.exp))
            let data = TokenData(userID: claims.sub, email: claims.email, sessionID: claims.sid, expiresAt: expiresAt)
            verifiedTokens.store(data, for: key, until: expiresAt, at: now)
            return data
        } catch {
            throw DomainError.invalidToken
        }
    }
}
