import Domain
import Foundation
import Synchronization

/// Stops calls for a second when several in a row have failed, so that not each caller waits for what doesn't answer. Then one may try.
final class CircuitBreaker: Sendable {
    enum Admission {
        case call
        /// The one that finds out.
        case probe
    }

    private enum State {
        case closed(failures: Int)
        case open(since: Date)
        case probing(since: Date)
    }

    private static let mostFailures = 5
    /// In seconds.
    private static let rest: TimeInterval = 1

    private let clock: WallClock
    private let state = Mutex(State.closed(failures: 0))

    init(clock: WallClock) {
        self.clock = clock
    }

    /// Whether calls go on as usual.
    var isClosed: Bool {
        state.withLock { if case .closed = $0 { true } else { false } }
    }

    /// - Returns: `nil` when nothing is to be asked now. Who is admitted says what has become of it.
    func admit() -> Admission? {
        let now = clock.now
        return state.withLock { state in
            switch state {
            case .closed: return .call
            // Also a probe that nobody has heard of again.
            case .open(let since) where Self.hasRested(since, now), .probing(let since) where Self.hasRested(since, now):
                state = .probing(since: now)
                return .probe
            case .open, .probing: return nil
            }
        }
    }

    func succeeded(_ admission: Admission) {
        state.withLock { state in
            switch (admission, state) {
            case (.probe, _), (.call, .closed): state = .closed(failures: 0)
            // Asked before, and answered late: no reason to trust it.
            case (.call, _): break
            }
        }
    }

    func failed(_ admission: Admission) {
        let now = clock.now
        state.withLock { state in
            switch (admission, state) {
            case (.probe, _): state = .open(since: now)
            case (.call, .closed(let failures)):
                state = failures + 1 < Self.mostFailures ? .closed(failures: failures + 1) : .open(since: now)
            case (.call, _): break
            }
        }
    }

    /// A clock that was set back ends the rest, too.
    private static func hasRested(_ since: Date, _ now: Date) -> Bool {
        now < since || now >= since + rest
    }
}
