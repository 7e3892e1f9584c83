/// Whose requests are counted, and against which policy.
struct RateLimitKey: Sendable, Hashable {
    enum Subject: Sendable, Hashable {
        case address(IPAddress)
        /// A user id, a session id, or an e-mail address in lower case.
        case account(String)
    }

    let policy: RateLimitPolicy
    let subject: Subject
}
