public import Foundation

/// The time of day, given to whatever needs it, so that tests decide what time it is.
public struct WallClock: Sendable {
    private let read: @Sendable () -> Date

    public init(_ read: @escaping @Sendable () -> Date) {
        self.read = read
    }

    /// The current time in whole milliseconds, which is what every store can keep.
    public var now: Date {
        Date(timeIntervalSince1970: (read().timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }

    public static let system = WallClock { Date() }
}
