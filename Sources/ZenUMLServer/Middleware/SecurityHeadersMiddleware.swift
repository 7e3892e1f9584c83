import HTTPTypes
import Hummingbird

/// Tells browsers to be careful with what they get (OWASP ASVS 5.0 §3.4). A handler's own header stands.
struct SecurityHeadersMiddleware: RouterMiddleware {
    private static let common: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
        (.xContentTypeOptions, "nosniff"),
        (.referrerPolicy, "no-referrer"),
        (.crossOriginOpenerPolicy, "same-origin"),
        (.cacheControl, "no-store"),
    ]

    private let headers: [(HTTPField.Name, String)]

    init(isProduction: Bool) {
        headers = Self.common + (isProduction ? [(.strictTransportSecurity, "max-age=63072000; includeSubDomains")] : [])
    }

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in headers where response.headers[name] == nil {
            response.headers.append(HTTPField(name: name, value: value))
        }
        return response
    }
}
