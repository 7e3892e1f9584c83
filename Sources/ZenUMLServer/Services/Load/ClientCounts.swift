import Domain

/// How much each client has of something. Those who have none take no memory.
struct ClientCounts {
    private var counts: [RateLimitKey.Subject: Int] = [:]

    subscript(client: RateLimitKey.Subject) -> Int {
        get { counts[client, default: 0] }
        set { counts[client] = newValue > 0 ? newValue : nil }
    }
}
