import Domain
import HTTPTypes
import Hummingbird

/// The answers that tell of errors.
enum ErrorResponse {
    static func make(_ error: DomainError) -> Response {
        switch error {
        case .validation(let errors):
            return response(.unprocessableContent, ErrorBody(detail: "Validation error", type: "validation_error", errors: errors))
        case .malformed(let detail): return response(.badRequest, detail, "bad_request")
        case .authentication(let detail): return response(.unauthorized, detail, "auth_error", [.wwwAuthenticate: "Bearer"])
        // RFC 6750 §3.1: nothing is said of an error where nothing was tried.
        case .unauthenticated: return response(.unauthorized, "Not authenticated", "jwt_error", [.wwwAuthenticate: "Bearer"])
        case .token(let detail):
            return response(.unauthorized, detail, "jwt_error", [.wwwAuthenticate: #"Bearer error="invalid_token""#])
        case .forbidden(let detail): return response(.forbidden, detail, "forbidden")
        case .storageFull(let detail): return response(.forbidden, detail, "storage_full")
        case .confirmationRequired: return response(.forbidden, "Please confirm that it is you", "confirmation_required")
        case .secondFactorRequired(let ticket):
            return .json(SecondFactorTicket(ticket: ticket), status: .unauthorized, headers: [.wwwAuthenticate: "Bearer"])
        case .secondFactorExpired:
            return response(
                .unauthorized, "The sign-in has taken too long; please start again", "second_factor_expired", [.wwwAuthenticate: "Bearer"])
        case .secondFactorMissing:
            return response(.forbidden, "This server asks everybody for a second factor; please set it up", "second_factor_setup_required")
        case .notFound(let detail): return response(.notFound, detail, "not_found")
        case .conflict(let detail): return response(.conflict, detail, "conflict")
        case .preconditionFailed(let current): return preconditionFailed(current)
        case .preconditionRequired(let detail): return response(.preconditionRequired, detail, "precondition_required")
        case .notConfigured(let detail): return response(.notImplemented, detail, "not_configured")
        case .methodNotAllowed(let allow): return response(.methodNotAllowed, "Method not allowed", "method_not_allowed", [.allow: allow])
        case .unsupportedMediaType(let detail): return response(.unsupportedMediaType, detail, "unsupported_media_type")
        case .contentTooLarge(let limit):
            // The rest of the body is not worth waiting for.
            return response(.contentTooLarge, "The request body is larger than \(limit) bytes", "content_too_large", [.connection: "close"])
        case .upstreamFailed(let detail): return response(.badGateway, detail, "upstream_error")
        case .upstreamTimedOut(let detail): return response(.gatewayTimeout, detail, "upstream_timeout")
        case .rateLimited(let state): return rateLimited(state)
        case .overloaded(let detail): return response(.serviceUnavailable, detail, "overloaded", [.retryAfter: "1"])
        }
    }

    /// Errors of the HTTP library itself.
    static func make(_ error: any HTTPResponseError) -> Response {
        switch error.status {
        case .notFound: response(.notFound, "Not found", "not_found")
        case .contentTooLarge: response(.contentTooLarge, "The request body is too large", "content_too_large", [.connection: "close"])
        default: response(error.status, error.status.reasonPhrase, "http_error")
        }
    }

    static var storeUnavailable: Response {
        response(.serviceUnavailable, "The service is unavailable for the moment; please try again", "service_unavailable", [.retryAfter: "2"])
    }

    static func unforeseen(requestID: String) -> Response {
        response(.internalServerError, "Internal server error (request \(requestID))", "internal_error")
    }

    /// The state that the change was not made from goes along, so that a client can bring both together.
    private static func preconditionFailed(_ current: Diagram) -> Response {
        let detail = "The diagram has changed: it is at revision \(current.revision)"
        var response = Response.json(
            ConflictBody(detail: detail, type: "precondition_failed", current: DiagramResponse(diagram: current)), status: .preconditionFailed)
        response.headers[.eTag] = RevisionMatch.tag(current.revision)
        return response
    }

    private static func rateLimited(_ state: RateLimitState) -> Response {
        var response = response(
            .tooManyRequests,
            "Too many requests; please try again in \(state.retryAfter) s",
            "rate_limited",
            [.retryAfter: String(state.retryAfter)]
        )
        response.headers.setRateLimit(state)
        return response
    }

    private static func response(_ status: HTTPResponse.Status, _ detail: String, _ type: String, _ headers: HTTPFields = [:]) -> Response {
        response(status, ErrorBody(detail: detail, type: type), headers)
    }

    private static func response(_ status: HTTPResponse.Status, _ body: ErrorBody, _ headers: HTTPFields = [:]) -> Response {
        .json(body, status: status, headers: headers)
    }
}
