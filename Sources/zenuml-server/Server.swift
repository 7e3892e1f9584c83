import ArgumentParser
import AsyncHTTPClient
import CommandLineSupport
import Domain
import Foundation
import Logging
import Mail
import NIOCore
import NIOPosix
import Pictures
import RedisStore
import ZenUMLServer

/// The process that serves, or does jobs alone.
struct Server {
    enum Duty {
        case serve, work
    }

    let settings: Settings
    let duty: Duty
    private let logger = Logger(label: "zenuml")

    init(settings: Settings, duty: Duty) {
        self.settings = settings
        self.duty = duty
    }

    /// Runs until it is told to stop; ends with one line when it can't start.
    /// - Parameter options: Settings as they are given on the command line.
    static func start(options: [String], to duty: Duty) async throws {
        do {
            let settings = try await SettingsSources.settings(options: options)
            LoggingSystem.bootstrap { ServerLog.handler(label: $0, settings) }
            try await Server(settings: settings, duty: duty).run()
        } catch let problem as StartProblem {
            Console.writeError("\(problem)")
            throw ExitCode(78)
        }
    }

    func run() async throws {
        FileDescriptorLimit.raise()
        // What this process writes is nobody else's to read: keys, sessions, addresses.
        umask(0o077)
        do {
            try settings.checkFolders()
            if duty == .work { try settings.requireWorkers() }
            if settings.sendsMail { try await SMTPTransport.check() }
        } catch let error as SettingsError {
            throw StartProblem("\(error)")
        } catch let error as MailError {
            throw StartProblem("SMTP_URL: \(error)")
        }
        let secrets = try secrets()
        let metrics = PrometheusMetrics()
        let redis = try redis(metrics)
        let store = try await OpenDatabase.store(settings.database)
        let client = HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: Self.clientConfiguration)
        let application = await Application(
            settings: settings,
            secrets: secrets,
            store: store,
            logger: logger,
            parts: parts(client, redis, metrics)
        )
        if duty == .serve { await warnOfMissingFonts() }
        let outcome = await serve(application)
        try await application.close()
        await redis?.close()
        await store.close()
        try await client.shutdown()
        try outcome.get()
        logger.notice("Stopped")
    }

    private func parts(_ client: HTTPClient, _ redis: RedisClient?, _ metrics: PrometheusMetrics) -> Parts {
        var parts = Parts(client: client) { [logger, settings] port in
            logger.notice("ZenUML is ready at \(settings.address(port: port)), listening on \(settings.host):\(port)")
        }
        parts.metrics = metrics
        parts.shared = redis.map { redis in
            SharedMemory(
                limiter: { redis.limiter(around: $0, secret: $1) }, invalidation: redis.forgetting, isUp: { redis.isUp })
        }
        return parts
    }

    /// The server doesn't wait for it: it goes on without one.
    private func redis(_ metrics: PrometheusMetrics) throws -> RedisClient? {
        guard let text = settings.redisURL else { return nil }
        guard let url = RedisURL(text) else { throw StartProblem("REDIS_URL: the value is not valid; expected \(RedisURL.expected)") }
        return RedisClient(url: url, metrics: metrics, logger: logger)
    }

    /// One character of each script that many people write and few machines have fonts for.
    private func warnOfMissingFonts() async {
        let scripts = ["Chinese": "中", "Japanese": "か", "Korean": "한", "emoji": "🚀"]
        guard let coverage = await FontCoverage.installed() else { return }
        let missing = scripts.filter { !coverage.missing(in: [$0.value]).isEmpty }.keys.sorted()
        guard !missing.isEmpty else { return }
        logger.warning(
            "No installed font has \(missing.joined(separator: ", ")): boxes stand for them in PNG and PDF",
            metadata: ["packages": "fonts-wqy-microhei or fonts-noto-cjk, fonts-noto-color-emoji"])
    }

    private func serve(_ application: Application) async -> Result<Void, any Error> {
        do {
            switch duty {
            case .serve: try await application.run(logger: logger)
            case .work:
                logger.notice("ZenUML does jobs of \(settings.publicAddress)")
                try await application.work(logger: logger)
            }
            return .success(())
        } catch is CancellationError {
            logger.warning("Requests that were still running after 30 s have been cut off")
            return .success(())
        } catch let error as IOError {
            let reason = String(cString: strerror(error.errnoCode))
            return .failure(StartProblem("PORT: \(settings.host):\(settings.port): \(reason); expected a free port"))
        } catch {
            return .failure(error)
        }
    }

    /// Without a key in the settings the machine's own is used: it is kept beside the database file, or where that would be.
    private func secrets() throws -> Secrets {
        let folder =
            switch settings.database {
            case .sqlite(let path): URL(filePath: path).deletingLastPathComponent()
            case .mongodb: URL(filePath: "data")
            }
        if !settings.secrets.isGiven { try DataFolder.make(folder) }
        do {
            return try Secrets(settings.secrets, keptAt: folder.appending(path: "jwt_secret_key"))
        } catch let error as SettingsError {
            throw StartProblem("\(error)")
        }
    }

    /// Tokens travel on these connections: no redirect may take them elsewhere.
    private static var clientConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(3)
        return configuration
    }
}
