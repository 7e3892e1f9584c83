/// How much of a rate limit is left after a request (draft-ietf-httpapi-ratelimit-headers-11).
public struct RateLimitState: Sendable, Equatable {
    /// Name of the policy.
    public let policy: String
    /// Requests that the policy allows in one window.
    public let quota: Int
    /// Length of the window, in seconds.
    public let window: Int
    /// Requests that may follow at once.
    public let remaining: Int
    /// Seconds until the next request will be allowed; 0 when one is allowed now.
    public let retryAfter: Int

    public init(policy: String, quota: Int, window: Int, remaining: Int, retryAfter: Int) {
        self.policy = policy
        self.quota = quota
        self.window = window
        self.remaining = remaining
        self.retryAfter = retryAfter
    }

    public var isExceeded: Bool { retryAfter > 0 }
}
