import Domain
import HTTPTypes

extension HTTPFields {
    /// The fields of draft-ietf-httpapi-ratelimit-headers-11.
    mutating func setRateLimit(_ state: RateLimitState) {
        self[.rateLimitPolicy] = "\"\(state.policy)\";q=\(state.quota);w=\(state.window)"
        self[.rateLimit] = "\"\(state.policy)\";r=\(state.remaining)" + (state.isExceeded ? ";t=\(state.retryAfter)" : "")
    }
}
