import Domain
import Logging
import Mail

extension Dependencies {
    /// Builds the graph: repositories, then services.
    init(settings: Settings, secrets: Secrets, store: any Store, logger: Logger, parts: Parts) async {
        let (clock, random) = (parts.clock, parts.random)
        let (metrics, invalidation) = (parts.metrics, parts.shared?.invalidation)
        let rateLimiting = RateLimiting(limits: settings.rateLimits, limiter: Self.limiter(parts, secrets))
        let sessionCache = SessionCache(users: store.users, sessions: store.refreshTokens, clock: clock, invalidation: invalidation)
        let queue = JobQueue(jobs: store.jobs, clock: clock)
        let methods = Self.methods(settings, secrets, store, parts, queue)
        let events = AuthEventLog(logger: logger, metrics: metrics)
        let authService = AuthService(
            store: store, sessionCache: sessionCache, tokens: await Self.tokens(settings, secrets), methods: methods,
            rateLimiting: rateLimiting, events: events, clock: clock, random: random)
        let access = AccessService(store: store, clock: clock, invalidation: invalidation)
        let checkpoints = Checkpoints(versions: store.versions, queue: queue, clock: clock)
        let projects = ProjectService(store: store, access: access, clock: clock, random: random)
        let diagrams = DiagramService(
            store: store, access: access, checkpoints: checkpoints, quota: Self.quota(settings, store, clock), clock: clock, random: random)
        let seal = Seal(purpose: "link", current: secrets.current, previous: secrets.previous)
        let sharing = SharingService(
            lists: store.accessLists, users: store.users, access: access, seal: seal,
            invitations: Invitations(mails: settings.mail == nil ? nil : queue, rateLimiting: rateLimiting), clock: clock, random: random)
        let handOvers = HandOverService(
            users: store.users, removedAccounts: store.removedAccounts, accessLists: store.accessLists, access: access, projects: projects,
            diagrams: diagrams, sharing: sharing, queue: queue, clock: clock)
        if let invalidation { Self.listen(to: invalidation, sessionCache, sharing) }
        self.init(
            settings: settings, store: store, authService: authService, rateLimiting: rateLimiting,
            readiness: ReadinessService(store: store, isRedisUp: parts.shared?.isUp, clock: clock), pictures: PictureService(metrics: metrics),
            projects: projects, diagrams: diagrams,
            accounts: AccountService(
                store: store, sessionCache: sessionCache, projects: projects, diagrams: diagrams, clock: clock, logger: logger),
            emails: EmailService(
                users: store.users, accountTokens: store.accountTokens, sessionCache: sessionCache, methods: methods,
                rateLimiting: rateLimiting, events: events, clock: clock),
            secondFactors: methods.secondFactors,
            confirmations: ConfirmationService(
                sessions: store.refreshTokens, sessionCache: sessionCache, authService: authService, clock: clock),
            sharing: sharing, links: LinkService(store: store, sharing: sharing, clock: clock), handOvers: handOvers,
            versions: VersionService(
                versions: store.versions, users: store.users, access: access, diagrams: diagrams, checkpoints: checkpoints),
            worker: Self.worker(settings, store, seal, handOvers, logger, parts, metrics),
            housekeeping: HousekeepingSchedule(queue: queue, logger: logger), metrics: metrics, clock: clock, random: random)
    }

    private static func worker(
        _ settings: Settings, _ store: any Store, _ seal: Seal, _ handOvers: HandOverService, _ logger: Logger, _ parts: Parts,
        _ metrics: PrometheusMetrics
    ) -> JobWorker {
        let mails = settings.mail.map { mail in
            MailService(
                transport: parts.mail ?? SMTPTransport(mail.server), from: mail.from, publicURL: settings.publicURL.text, clock: parts.clock)
        }
        var handlers = mails.map { MailHandlers.all(store: store, mails: $0, seal: seal, random: parts.random) } ?? [:]
        handlers[.handOver] = HandOverJob(handOvers: handOvers)
        handlers[.thinVersions] = VersionThinningJob(versions: store.versions, clock: parts.clock)
        handlers[.removeExpired] = ExpiredRecordRemoval(store: store, clock: parts.clock, logger: logger)
        handlers[.emptyTrash] = TrashRemoval(store: store, clock: parts.clock, logger: logger)
        return JobWorker(
            jobs: store.jobs, handlers: handlers, count: settings.workers, clock: parts.clock, random: parts.random, logger: logger,
            metrics: metrics)
    }

    /// What other servers have changed is forgotten here; all of it where something may have been missed.
    private static func listen(to invalidation: any CacheInvalidation, _ sessionCache: SessionCache, _ sharing: SharingService) {
        invalidation.listen { name in
            switch RememberedName(name) {
            case .session(let id): sessionCache.drop(session: id)
            case .user(let id): sessionCache.drop(user: id)
            case .access(let id): sharing.drop(id)
            // Of a newer server: what is remembered ends by itself.
            case nil: break
            }
        } subscribed: {
            sessionCache.dropAll()
            sharing.dropAll()
        }
    }

    private static func limiter(_ parts: Parts, _ secrets: Secrets) -> any RateLimiter {
        let own = parts.limiter ?? MemoryRateLimiter(clock: parts.clock)
        return parts.shared?.limiter(own, secrets.current) ?? own
    }

    private static func quota(_ settings: Settings, _ store: any Store, _ clock: WallClock) -> StorageQuota {
        StorageQuota(diagrams: store.diagrams, diagramLimit: settings.diagramLimit, byteLimit: settings.storageLimit, clock: clock)
    }

    private static func tokens(_ settings: Settings, _ secrets: Secrets) async -> TokenIssuer {
        TokenIssuer(
            signer: await TokenSigner(issuer: settings.publicURL.text, current: secrets.current, previous: secrets.previous),
            lifetimes: TokenLifetimes(access: settings.accessTokenTTL, refresh: settings.refreshTokenTTL, idle: settings.sessionIdleTTL))
    }

    private static func methods(
        _ settings: Settings, _ secrets: Secrets, _ store: any Store, _ parts: Parts, _ queue: JobQueue
    ) -> SignInMethods {
        let google = settings.google.map { google in
            GoogleSignIn(
                settings: google, seal: SignInTransactionSeal(current: secrets.current, previous: secrets.previous), completed: store.signIns,
                http: parts.http, clock: parts.clock, random: parts.random)
        }
        let secondFactors = SecondFactorService(
            users: store.users, seal: Seal(purpose: "second factor", current: secrets.current, previous: secrets.previous),
            isRequired: settings.requiresSecondFactor, asksForVerifiedEmail: settings.mail != nil, clock: parts.clock, random: parts.random)
        return SignInMethods(
            passwords: PasswordHasher(cost: parts.passwordCost, random: parts.random), google: google,
            isRegistrationOpen: settings.registration == .open, secondFactors: secondFactors, mails: settings.mail == nil ? nil : queue,
            allowedDomains: settings.allowedDomains)
    }
}
