/// Whose requests are counted, and against which policy.
public struct RateLimitKey: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        case address(IPAddress)
        /// A user id, a session id, or an e-mail address in lower case.
        case account(String)
    }

    public let policy: RateLimitPolicy
    public let subject: Subject

    public init(policy: RateLimitPolicy, subject: Subject) {
        self.policy = policy
        self.subject = subject
    }
}
