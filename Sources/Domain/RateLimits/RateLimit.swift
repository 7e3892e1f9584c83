/// So many requests in so much time.
public struct RateLimit: Sendable, Equatable {
    public static let expected = "N/s, N/min, N/h or off"

    public let count: Int
    /// In seconds.
    public let window: Int

    public init(count: Int, window: Int) {
        self.count = count
        self.window = window
    }

    /// - Parameter text: `5/min`.
    public init?(_ text: String) {
        let windows = ["s": 1, "min": 60, "h": 3600]
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let count = Int(parts[0]), (1...1_000_000).contains(count), let window = windows[String(parts[1])]
        else { return nil }
        self.init(count: count, window: window)
    }
}
