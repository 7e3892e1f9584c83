import Domain
import Synchronization

/// Decides which calls of a store fail.
final class StoreFaults: StoreInterception {
    /// Whether a failing call has done its work: an answer can get lost, too.
    enum Moment: Sendable, CaseIterable {
        case before, after
    }

    private struct State {
        var calls = 0
        var failing: ClosedRange<Int>?
        var moment = Moment.before
    }

    private let state = Mutex(State())

    /// Calls since the last change of plan.
    var calls: Int { state.withLock { $0.calls } }

    /// The `number`-th call from now on fails, once.
    func fail(call number: Int, _ moment: Moment = .before) {
        state.withLock { $0 = State(failing: number...number, moment: moment) }
    }

    func failAlways() {
        state.withLock { $0 = State(failing: 1...Int.max) }
    }

    func stop() {
        state.withLock { $0 = State() }
    }

    func around<Value>(_ work: () async throws -> Value) async throws -> Value {
        let (fails, moment) = state.withLock { state in
            state.calls += 1
            return (state.failing?.contains(state.calls) ?? false, state.moment)
        }
        if fails, moment == .before { throw StoreUnavailableError(reason: "Injected fault") }
        let value = try await work()
        if fails { throw StoreUnavailableError(reason: "Injected fault") }
        return value
    }
}
