import Domain
import Foundation

/// When a job is tried again: 20 s after the first attempt, then 40 s, 80 s and so on, each 30 % more or less, so that those that failed
/// together don't come back together. After the eighth, about three quarters of an hour later, it is given up.
enum JobBackoff {
    static let mostAttempts = 8

    /// - Parameter attempts: Those that have been made.
    /// - Returns: In seconds; `nil` after the last one.
    static func pause(after attempts: Int, _ random: RandomSource) -> TimeInterval? {
        guard attempts < mostAttempts else { return nil }
        let share = Double(random.bytes(2).reduce(0) { $0 << 8 | Int($1) }) / 65_535
        return 10 * Double(1 << attempts) * (0.7 + 0.6 * share)
    }
}
