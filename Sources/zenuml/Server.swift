import AsyncHTTPClient
import Domain
import Foundation
import Logging
import NIOCore
import NIOPosix
import SQLiteStore
import ZenUMLServer

/// The process that serves; the only place that knows which store is in use.
struct Server {
    let settings: Settings
    private let logger = Logger(label: "zenuml")

    init(settings: Settings) {
        self.settings = settings
    }

    func run() async throws {
        FileDescriptorLimit.raise()
        // What this process writes is nobody else's to read: keys, sessions, addresses.
        umask(0o077)
        let folder = try makeFolder()
        let secrets = try secrets(in: folder)
        let store = try openStore()
        let client = HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: Self.clientConfiguration)
        let application = await Application(
            settings: settings,
            secrets: secrets,
            store: store,
            logger: logger,
            parts: Parts(client: client) { [logger, settings] port in
                logger.notice("ZenUML is ready at http://\(settings.host):\(port)")
            }
        )
        let outcome = await serve(application)
        try await application.close()
        await store.close()
        try await client.shutdown()
        try outcome.get()
        logger.notice("Stopped")
    }

    private func serve(_ application: Application) async -> Result<Void, any Error> {
        do {
            try await application.run(logger: logger)
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

    private var databasePath: String {
        switch settings.database {
        case .sqlite(let path): path
        }
    }

    /// The folder of the database, made if it is not there; the machine's own key is kept in it too.
    private func makeFolder() throws -> URL {
        let folder = URL(filePath: databasePath).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StartProblem("DATABASE_URL: the folder \(folder.path) can't be made")
        }
        return folder
    }

    private func secrets(in folder: URL) throws -> Secrets {
        do {
            return try Secrets(settings.secrets, keptAt: folder.appending(path: "jwt_secret_key"))
        } catch let error as SettingsError {
            throw StartProblem("\(error)")
        }
    }

    private func openStore() throws -> any Store {
        do {
            return try SQLiteStore(path: databasePath)
        } catch let error as StoreUnavailableError {
            throw StartProblem("DATABASE_URL: \(databasePath) can't be opened: \(error)")
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
