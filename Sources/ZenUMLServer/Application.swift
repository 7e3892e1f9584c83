public import Domain
import Hummingbird
public import Logging
import NIOPosix
import ServiceLifecycle
import UnixSignals

/// The server: everything put together.
public struct Application: Sendable {
    private let http: Hummingbird.Application<RouterResponder<AppRequestContext>>
    private let services: [any Service]
    let dependencies: Dependencies
    /// Path template and method of every route.
    let routes: [(path: String, method: String)]

    /// - Parameters:
    ///   - secrets: Keys that sign tokens.
    ///   - parts: What differs between a server and a test.
    public init(settings: Settings, secrets: Secrets, store: any Store, logger: Logger, parts: Parts) async {
        let dependencies = await Dependencies(settings: settings, secrets: secrets, store: store, logger: logger, parts: parts)
        self.dependencies = dependencies
        let all = AllRoutes(dependencies)
        routes = all.list
        http = Hummingbird.Application(
            router: Self.router(all, dependencies, logger),
            server: .http1(
                configuration: .init(additionalChannelHandlers: [
                    ConnectionDeadlineHandler(deadlines: parts.deadlines), ClientDepartureHandler(), AnswerHoldHandler(),
                ])
            ),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port),
                backlog: 1024,
                availableConnectionsDelegate: .maximum(8192, logger: logger)
            ),
            onServerRunning: { channel in
                parts.started(channel.localAddress?.port ?? settings.port)
            },
            logger: logger.atLeast(.notice)
        )
        services = [
            ExpiredRecordRemover(store: store, clock: parts.clock, logger: logger),
            dependencies.accounts.removal,
            http,
            DrainService(readiness: dependencies.readiness, delay: settings.drainDelay, logger: logger),
        ]
    }

    /// Serves until `SIGTERM` or `SIGINT`, and lets the requests in flight finish then, for at most 30 s.
    public func run(logger: Logger) async throws {
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger.atLeast(.warning)
        )
        configuration.maximumGracefulShutdownDuration = .seconds(30) + dependencies.settings.drainDelay
        try await ServiceGroup(configuration: configuration).run()
    }

    /// Ends the threads that belong to the server.
    public func close() async throws {
        try await dependencies.authService.passwords.close()
        try await dependencies.pictures.close()
    }

    /// For tests, which run it themselves.
    var testable: Hummingbird.Application<RouterResponder<AppRequestContext>> { http }

    private static func router(_ routes: AllRoutes, _ dependencies: Dependencies, _ logger: Logger) -> Router<AppRequestContext> {
        let router = Router(context: AppRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: LoggingMiddleware(
                clientAddress: ClientAddress(trustedProxies: dependencies.settings.trustedProxies),
                metrics: RequestMetrics(factory: dependencies.metrics),
                logger: logger
            ))
        router.add(middleware: SecurityHeadersMiddleware(isProduction: dependencies.settings.environment == .production))
        router.add(middleware: CORSMiddleware(origins: dependencies.settings.corsOrigins))
        // Twice: around the limits, for what fails there; and inside, so that errors are counted and tell of the limits, too.
        router.add(middleware: ErrorMiddleware(logger: logger))
        router.add(middleware: RateLimitMiddleware(rateLimiting: dependencies.rateLimiting))
        router.add(middleware: UnsentAnswersMiddleware(answers: dependencies.unsentAnswers))
        router.add(middleware: ErrorMiddleware(logger: logger))
        router.add(middleware: BodyLimitMiddleware())
        routes.add(to: router)
        // Added after the routes, so that they are passed only where none was found.
        router.add(middleware: LostPageMiddleware(client: routes.webClient))
        router.add(middleware: AllowedMethodsMiddleware(routes: routes.list))
        return router
    }
}
