import Domain

/// How long it takes until a connection is tried again: 50 ms, then twice as long each time, up to 3.3 s; each 50 % more or less, so that
/// servers that lost it together don't come back together, and none is later than 5 s.
enum ReconnectBackoff {
    private static let longest = 3333.0

    /// - Parameter failures: Attempts in a row that came to nothing.
    static func pause(after failures: Int, _ random: RandomSource) -> Duration {
        let share = Double(random.bytes(2).reduce(0) { $0 << 8 | Int($1) }) / 65_535
        let milliseconds = min(50 * Double(1 << min(failures, 10)), longest) * (0.5 + share)
        return .microseconds(Int(milliseconds * 1000))
    }
}
