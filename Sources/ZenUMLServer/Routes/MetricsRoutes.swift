import Domain
import HTTPTypes
import Hummingbird

/// Counts and times, for Prometheus.
struct MetricsRoutes {
    let token: String?
    let trustedProxies: [AddressRange]
    let metrics: PrometheusMetrics
    let figures: OperatingFigures

    func add(to routes: inout RouteTable) {
        routes.get("/metrics", use: exposition)
    }

    @Sendable func exposition(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try authorize(request, context)
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: metrics.exposition(with: await figures.read())))
        )
    }

    /// A proxy on this machine is loopback too, but what it passes on is not: it says so in a header, or the operator says so by
    /// listing it as trusted.
    private func authorize(_ request: Request, _ context: AppRequestContext) throws {
        if let token {
            guard let given = BearerToken.read(from: request.headers), constantTimeEqual(given.utf8, token.utf8) else {
                throw DomainError.token("The metrics need their token")
            }
            return
        }
        let isForwarded = request.headers[.xForwardedFor] != nil || request.headers[.forwarded] != nil
        let isProxy = context.peerAddress.map { peer in trustedProxies.contains { $0.contains(peer) } } ?? true
        guard context.peerAddress?.isLoopback == true, !isForwarded, !isProxy else {
            throw DomainError.forbidden("The metrics answer on loopback only, unless METRICS_TOKEN is set")
        }
    }
}
