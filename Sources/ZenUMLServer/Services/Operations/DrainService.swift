import Logging
public import ServiceLifecycle

/// At shutdown, says that the server is not ready and gives balancers time to notice, before it stops taking connections.
public struct DrainService: Service {
    let state: DrainState
    let delay: Duration
    let logger: Logger

    public func run() async throws {
        try? await gracefulShutdown()
        state.begin()
        logger.notice("Shutting down", metadata: ["drain_delay": "\(delay)"])
        try? await Task.sleep(for: delay)
    }
}
