import HTTPTypes

extension HTTPField.Name {
    static let xRequestID = Self.known("X-Request-ID")
    static let xProcessTime = Self.known("X-Process-Time")
    static let xForwardedFor = Self.known("X-Forwarded-For")
    static let xTokenTransport = Self.known("X-Token-Transport")
    static let idempotencyKey = Self.known("Idempotency-Key")
    static let link = Self.known("Link")
    static let forwarded = Self.known("Forwarded")
    static let rateLimit = Self.known("RateLimit")
    static let rateLimitPolicy = Self.known("RateLimit-Policy")
    static let referrerPolicy = Self.known("Referrer-Policy")
    static let crossOriginOpenerPolicy = Self.known("Cross-Origin-Opener-Policy")

    /// `X` stands in for a name that is no token; the names above are.
    private static func known(_ name: String) -> HTTPField.Name {
        HTTPField.Name(name) ?? .init(parsed: "x") ?? .accept
    }
}
