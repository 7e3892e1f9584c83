import HTTPTypes
import Hummingbird
import Logging

/// A router with one route and no middleware.
enum HummingbirdServer {
    static func run(port: Int) async throws {
        let router = Router()
        router.get("/health") { _, _ in
            Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: .init(string: BareServers.body)))
        }
        var logger = Logger(label: "bare")
        logger.logLevel = .warning
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port), backlog: 1024), logger: logger)
        try await application.runService()
    }
}
