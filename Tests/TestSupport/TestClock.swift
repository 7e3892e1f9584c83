public import Domain
public import Foundation
import Synchronization

/// A clock that stands still until it is told to go on.
public final class TestClock: Sendable {
    private let time: Mutex<Date>

    public init(_ start: Date = Date(timeIntervalSince1970: 4_000_000_000)) {
        time = Mutex(start)
    }

    public var now: Date { time.withLock { $0 } }

    public func advance(_ seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }

    public var wallClock: WallClock {
        WallClock { self.now }
    }
}
