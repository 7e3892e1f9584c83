import HTTPTypes
import Hummingbird
import Logging

/// Names each request, times it, counts it and writes one log line about it.
struct LoggingMiddleware: Middleware {
    let clientAddress: ClientAddress
    let metrics: RequestMetrics
    let logger: Logger

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var context = context
        context.requestID = RequestID.make(incoming: request.headers[.xRequestID])
        context.clientAddress = clientAddress.resolve(peer: context.peerAddress, headers: request.headers)
        var response = try await next(request, context)
        let duration = ContinuousClock.now - start
        response.headers.append(HTTPField(name: .xRequestID, value: context.requestID))
        response.headers.append(HTTPField(name: .xProcessTime, value: Self.decimal(duration)))
        record(request, context, response, duration)
        return response
    }

    private func record(_ request: Request, _ context: AppRequestContext, _ response: Response, _ duration: Duration) {
        let route = context.route.template
        let nanoseconds = duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
        metrics.record(route: route, method: request.method.rawValue, status: response.status.code, nanoseconds: nanoseconds)
        logger.info(
            "request",
            metadata: [
                "request_id": .string(context.requestID),
                "method": .string(request.method.rawValue),
                "route": .string(route),
                "status": .stringConvertible(response.status.code),
                "duration_ms": .stringConvertible(Double(nanoseconds / 1000) / 1000),
                "user_id": .string(context.annotations.userID ?? "-"),
            ]
        )
    }

    /// Seconds with six digits after the point.
    private static func decimal(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return "\(seconds)." + String(1_000_000 + attoseconds / 1_000_000_000_000).dropFirst()
    }
}
