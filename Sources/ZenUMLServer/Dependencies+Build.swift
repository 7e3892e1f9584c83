import Domain
import Logging

extension Dependencies {
    /// Builds the graph: repositories, then services.
    init(settings: Settings, secrets: Secrets, store: any Store, logger: Logger, parts: Parts) async {
        let metrics = PrometheusMetrics()
        let google = settings.google.map { google in
            GoogleSignIn(
                settings: google,
                seal: SignInTransactionSeal(current: secrets.current, previous: secrets.previous),
                completed: store.signIns,
                http: parts.http,
                clock: parts.clock,
                random: parts.random
            )
        }
        let rateLimiting = RateLimiting(limits: settings.rateLimits, limiter: parts.limiter ?? MemoryRateLimiter(clock: parts.clock))
        let sessionCache = SessionCache(users: store.users, sessions: store.refreshTokens, clock: parts.clock)
        let authService = AuthService(
            store: store,
            sessionCache: sessionCache,
            tokens: TokenIssuer(
                signer: await TokenSigner(issuer: settings.publicURL.text, current: secrets.current, previous: secrets.previous),
                lifetimes: TokenLifetimes(
                    access: settings.accessTokenTTL, refresh: settings.refreshTokenTTL, idle: settings.sessionIdleTTL)),
            methods: SignInMethods(
                passwords: PasswordHasher(cost: parts.passwordCost, random: parts.random),
                google: google,
                isRegistrationOpen: settings.registration == .open),
            rateLimiting: rateLimiting,
            events: AuthEventLog(logger: logger, metrics: metrics),
            clock: parts.clock,
            random: parts.random
        )
        let projects = ProjectService(projects: store.projects, diagrams: store.diagrams, clock: parts.clock, random: parts.random)
        let diagrams = DiagramService(
            projects: store.projects, diagrams: store.diagrams, limit: settings.diagramLimit, clock: parts.clock, random: parts.random)
        self.init(
            settings: settings,
            store: store,
            authService: authService,
            rateLimiting: rateLimiting,
            readiness: ReadinessService(store: store, clock: parts.clock),
            pictures: PictureService(),
            projects: projects,
            diagrams: diagrams,
            accounts: AccountService(
                store: store, sessionCache: sessionCache, projects: projects, diagrams: diagrams, clock: parts.clock, logger: logger),
            metrics: metrics,
            clock: parts.clock,
            random: parts.random
        )
    }
}
