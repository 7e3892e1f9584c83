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
                isRegistrationOpen: settings.registration == .open,
                allowedDomains: settings.allowedDomains),
            rateLimiting: rateLimiting,
            events: AuthEventLog(logger: logger, metrics: metrics),
            clock: parts.clock,
            random: parts.random
        )
        let access = AccessService(store: store, clock: parts.clock)
        let checkpoints = Checkpoints(versions: store.versions, clock: parts.clock)
        let projects = ProjectService(store: store, access: access, clock: parts.clock, random: parts.random)
        let diagrams = DiagramService(
            store: store, access: access, checkpoints: checkpoints, limit: settings.diagramLimit, clock: parts.clock, random: parts.random)
        let sharing = SharingService(
            lists: store.accessLists, users: store.users, access: access,
            seal: Seal(purpose: "link", current: secrets.current, previous: secrets.previous), clock: parts.clock, random: parts.random)
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
            sharing: sharing,
            links: LinkService(store: store, sharing: sharing, clock: parts.clock),
            versions: VersionService(
                versions: store.versions, users: store.users, access: access, diagrams: diagrams, checkpoints: checkpoints),
            metrics: metrics,
            clock: parts.clock,
            random: parts.random
        )
    }
}
