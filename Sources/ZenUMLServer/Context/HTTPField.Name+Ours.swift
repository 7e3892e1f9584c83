import HTTPTypes

/// Header fields that the library has no names for.
enum OwnHeader: String, CaseIterable {
    case xRequestID = "X-Request-ID"
    case xProcessTime = "X-Process-Time"
    case xForwardedFor = "X-Forwarded-For"
    case xForwardedHost = "X-Forwarded-Host"
    case xForwardedProto = "X-Forwarded-Proto"
    case xTokenTransport = "X-Token-Transport"
    case idempotencyKey = "Idempotency-Key"
    case link = "Link"
    case forwarded = "Forwarded"
    case rateLimit = "RateLimit"
    case rateLimitPolicy = "RateLimit-Policy"
    case referrerPolicy = "Referrer-Policy"
    case crossOriginOpenerPolicy = "Cross-Origin-Opener-Policy"
    case crossOriginResourcePolicy = "Cross-Origin-Resource-Policy"

    /// Every raw value is a token, as a test says; the type of the library can't know.
    var name: HTTPField.Name { HTTPField.Name(rawValue) ?? .init(parsed: "x") ?? .accept }
}

extension HTTPField.Name {
    static let xRequestID = OwnHeader.xRequestID.name
    static let xProcessTime = OwnHeader.xProcessTime.name
    static let xForwardedFor = OwnHeader.xForwardedFor.name
    static let xForwardedHost = OwnHeader.xForwardedHost.name
    static let xForwardedProto = OwnHeader.xForwardedProto.name
    static let xTokenTransport = OwnHeader.xTokenTransport.name
    static let idempotencyKey = OwnHeader.idempotencyKey.name
    static let link = OwnHeader.link.name
    static let forwarded = OwnHeader.forwarded.name
    static let rateLimit = OwnHeader.rateLimit.name
    static let rateLimitPolicy = OwnHeader.rateLimitPolicy.name
    static let referrerPolicy = OwnHeader.referrerPolicy.name
    static let crossOriginOpenerPolicy = OwnHeader.crossOriginOpenerPolicy.name
    static let crossOriginResourcePolicy = OwnHeader.crossOriginResourcePolicy.name
}
