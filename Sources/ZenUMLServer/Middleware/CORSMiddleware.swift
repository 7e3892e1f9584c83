import HTTPTypes
import Hummingbird

/// Lets pages of listed origins use the API (Fetch Standard §3.3), with credentials and therefore never by `*`.
struct CORSMiddleware: Middleware {
    private static let maxAge = "600"
    private static let vary = HTTPField(name: .vary, value: "Origin")

    private let origins: Set<String>

    init(origins: [WebOrigin]) {
        self.origins = Set(origins.map(\.text))
    }

    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        let origin = request.headers[.origin].flatMap { origins.contains($0) ? $0 : nil }
        var response: Response
        if request.method == .options, origin != nil, request.headers[.accessControlRequestMethod] != nil {
            response = Self.preflight
        } else {
            response = try await next(request, context)
        }
        response.headers.append(Self.vary)
        if let origin {
            response.headers[.accessControlAllowOrigin] = origin
            response.headers[.accessControlAllowCredentials] = "true"
            response.headers[.accessControlExposeHeaders] = "X-Request-ID, ETag, Link, RateLimit, RateLimit-Policy, Retry-After"
        }
        return response
    }

    private static var preflight: Response {
        Response(
            status: .noContent,
            headers: [
                .accessControlAllowMethods: "GET, HEAD, POST, PUT, PATCH, DELETE",
                .accessControlAllowHeaders: "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-ID, X-Token-Transport",
                .accessControlMaxAge: maxAge,
            ]
        )
    }
}
