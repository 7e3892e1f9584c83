/// Why a request can't be granted, in terms of the product; the middleware turns it into a response.
public enum DomainError: Error, Sendable, Equatable {
    /// Values of the request are not what they must be.
    case validation([FieldError])
    /// The request is not what it claims to be written in.
    case malformed(String)
    /// Signing in failed.
    case authentication(String)
    /// There is no access token where one is needed.
    case unauthenticated
    /// The access or refresh token is wrong, expired or revoked.
    case token(String)
    /// The person is known and may not do this.
    case forbidden(String)
    /// The owner has as much here as anybody may have.
    case storageFull(String)
    /// The person must prove once more who they are: the sign-in lies too far back.
    case confirmationRequired
    /// The first factor is proved; with the ticket and a code the sign-in goes on.
    case secondFactorRequired(ticket: String)
    /// The ticket of a sign-in is not good any more.
    case secondFactorExpired
    /// Nothing is granted to somebody without a second factor on this server.
    case secondFactorMissing
    case notFound(String)
    case conflict(String)
    /// The diagram has changed since the revision that the request was made from (RFC 9110 §15.5.13).
    case preconditionFailed(current: Diagram)
    /// The request must say which revision it was made from (RFC 6585 §3).
    case preconditionRequired(String)
    /// The operator has not switched this on, or not installed what it needs.
    case notConfigured(String)
    case methodNotAllowed(allow: String)
    case unsupportedMediaType(String)
    case contentTooLarge(limit: Int)
    /// A service that this server depends on answered wrongly.
    case upstreamFailed(String)
    /// A service that this server depends on did not answer in time.
    case upstreamTimedOut(String)
    case rateLimited(RateLimitState)
    /// This server is at its limit; the request may be repeated.
    case overloaded(String)

    /// The same for every access token that is not good, whatever is wrong with it.
    public static let invalidToken = DomainError.token("Invalid or expired token")
}
