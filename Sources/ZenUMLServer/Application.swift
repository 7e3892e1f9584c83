public import Domain
import Hummingbird
public import Logging
import NIOPosix
import ServiceLifecycle
import UnixSignals

/// The server: everything put together.
public struct Application: Sendable {
    private let http: Hummingbird.Application<AppResponder>
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
        let table = all.table
        routes = table.routes.map { ($0.path.description, $0.method.rawValue) }
        http = Hummingbird.Application(
            responder: AppResponder(
                routes: table,
                middleware: Self.middleware(dependencies, logger),
                unmatched: [LostPageMiddleware(client: all.webClient), AllowedMethodsMiddleware(routes: routes)]
            ),
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
        services =
            [
                dependencies.housekeeping,
                dependencies.accounts.removal,
                http,
                DrainService(state: dependencies.readiness.draining, delay: settings.drainDelay, logger: logger),
            ] + (dependencies.worker.isIdle ? [] : [dependencies.worker])
    }

    /// Serves until `SIGTERM` or `SIGINT`, and lets the requests in flight finish then, for at most 30 s.
    public func run(logger: Logger) async throws {
        try await run(services, logger)
    }

    /// Does jobs until `SIGTERM` or `SIGINT`, without serving.
    public func work(logger: Logger) async throws {
        try await run([dependencies.housekeeping, dependencies.worker], logger)
    }

    private func run(_ services: [any Service], _ logger: Logger) async throws {
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
        try await dependencies.authService.methods.passwords.close()
        try await dependencies.pictures.close()
    }

    /// For tests, which run it themselves.
    var testable: Hummingbird.Application<AppResponder> { http }

    /// The outermost first.
    private static func middleware(_ dependencies: Dependencies, _ logger: Logger) -> [any Middleware] {
        [
            LoggingMiddleware(
                clientAddress: ClientAddress(trustedProxies: dependencies.settings.trustedProxies),
                metrics: RequestMetrics(factory: dependencies.metrics),
                logger: logger
            ),
            DrainMiddleware(state: dependencies.readiness.draining),
            SecurityHeadersMiddleware(isProduction: dependencies.settings.environment == .production),
            CORSMiddleware(origins: dependencies.settings.corsOrigins),
            // Twice: around the limits, for what fails there; and inside, so that errors are counted and tell of the limits, too.
            ErrorMiddleware(logger: logger),
            RateLimitMiddleware(rateLimiting: dependencies.rateLimiting),
            UnsentAnswersMiddleware(answers: dependencies.unsentAnswers),
            ErrorMiddleware(logger: logger),
            BodyLimitMiddleware(),
        ]
    }
}
