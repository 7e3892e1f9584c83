import HTTPTypes
import Hummingbird

/// Tells browsers to be careful with what they get (OWASP ASVS 5.0 §3.4). A handler's own header stands.
struct SecurityHeadersMiddleware: Middleware {
    private static let policy = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    private static let common = [
        HTTPField(name: .contentSecurityPolicy, value: policy),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .referrerPolicy, value: "no-referrer"),
        HTTPField(name: .crossOriginOpenerPolicy, value: "same-origin"),
        HTTPField(name: .cacheControl, value: "no-store"),
    ]
    private static let strictTransport = HTTPField(name: .strictTransportSecurity, value: "max-age=63072000; includeSubDomains")

    /// Made once: checking the values again for each response would cost more than sending them.
    private let headers: [HTTPField]

    init(isProduction: Bool) {
        headers = Self.common + (isProduction ? [Self.strictTransport] : [])
    }

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for header in headers where !response.headers.contains(header.name) {
            response.headers.append(header)
        }
        return response
    }
}
