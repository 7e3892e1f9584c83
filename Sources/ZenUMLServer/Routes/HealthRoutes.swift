import Hummingbird

/// Whether the process lives, and whether it should be sent requests.
struct HealthRoutes {
    private static let healthy = MessageResponse(fields: ["status": .text("healthy"), "message": .text("API is running")])

    let readiness: ReadinessService

    func add(to routes: inout RouteTable) {
        routes.get("/health", use: health)
        routes.get("/health/ready", use: ready)
    }

    /// Asks nothing of anybody: a failing database is no reason to restart this process.
    @Sendable func health(_ request: Request, _ context: AppRequestContext) -> Response {
        .json(Self.healthy)
    }

    @Sendable func ready(_ request: Request, _ context: AppRequestContext) async -> Response {
        let readiness = await readiness.check()
        return .json(readiness, status: readiness.isReady ? .ok : .serviceUnavailable)
    }
}
