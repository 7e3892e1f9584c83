/// The kinds of requests that are limited separately.
public enum RateLimitPolicy: String, Sendable {
    case signIn = "sign-in"
    case refresh
    case status
    case render
    case embed
    case mail
    case `default`
}
