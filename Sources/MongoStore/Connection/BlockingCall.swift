import Domain
import Synchronization

/// A ``BlockingCall`` of any result.
protocol AnyBlockingCall: Sendable {
    /// Tells the caller that its time is up, if it is.
    func expire(at now: ContinuousClock.Instant)
}

/// A call that waits for a thread or runs on one, and the task that waits for its result.
final class BlockingCall<Value: Sendable>: AnyBlockingCall {
    private enum State {
        case waiting, running
        /// The caller has its answer.
        case over
    }

    private let continuation: CheckedContinuation<Value, any Error>
    private let startBy: ContinuousClock.Instant
    private let finishBy: ContinuousClock.Instant
    private let state = Mutex(State.waiting)

    init(_ continuation: CheckedContinuation<Value, any Error>, startBy: ContinuousClock.Instant, finishBy: ContinuousClock.Instant) {
        self.continuation = continuation
        self.startBy = startBy
        self.finishBy = finishBy
    }

    /// - Returns: Whether anybody still waits for the work.
    func begin() -> Bool {
        state.withLock { state in
            guard state == .waiting else { return false }
            state = .running
            return true
        }
    }

    func finish(_ result: Result<Value, any Error>) {
        if end() { continuation.resume(with: result) }
    }

    func expire(at now: ContinuousClock.Instant) {
        let reason: String? = state.withLock { state in
            let reason: String? =
                switch state {
                case .waiting where now >= startBy: "MongoDB: no connection became free in time"
                case .running where now >= finishBy: "MongoDB: no answer in time"
                default: nil
                }
            if reason != nil { state = .over }
            return reason
        }
        if let reason { continuation.resume(throwing: StoreUnavailableError(reason: reason)) }
    }

    private func end() -> Bool {
        state.withLock { state in
            defer { state = .over }
            return state != .over
        }
    }
}
