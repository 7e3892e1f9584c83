import Domain
import Synchronization

/// Decides which calls of a store fail.
final class StoreFaults: Sendable {
    private struct State {
        var calls = 0
        var failing: ClosedRange<Int>?
    }

    private let state = Mutex(State())

    /// Calls since the last change of plan.
    var calls: Int { state.withLock { $0.calls } }

    /// The `number`-th call from now on fails, once.
    func fail(call number: Int) {
        state.withLock { $0 = State(failing: number...number) }
    }

    func failAlways() {
        state.withLock { $0 = State(failing: 1...Int.max) }
    }

    func stop() {
        state.withLock { $0 = State() }
    }

    func check() throws {
        let fails = state.withLock { state in
            state.calls += 1
            return state.failing?.contains(state.calls) ?? false
        }
        if fails { throw StoreUnavailableError(reason: "Injected fault") }
    }
}
