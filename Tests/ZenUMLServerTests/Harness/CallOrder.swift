import Synchronization

/// Lets the store calls of two operations through in a given order, one at a time.
final class CallOrder: Sendable {
    private struct State {
        /// Whose call is next.
        var order: [Int]
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var finished: Set<Int> = []
        var isBusy = false
        var counts = [0, 0]
    }

    private let state: Mutex<State>

    /// - Parameter order: 0 and 1, as often as each has calls; what is missing comes at the end.
    init(_ order: [Int]) {
        state = Mutex(State(order: order))
    }

    /// How many calls each has made.
    var counts: [Int] { state.withLock { $0.counts } }

    /// The store of one of the two.
    func interception(of operation: Int) -> some StoreInterception { Turns(order: self, operation: operation) }

    func finish(_ operation: Int) {
        resume(
            state.withLock { state in
                state.finished.insert(operation)
                return Self.next(&state)
            })
    }

    private func enter(_ operation: Int) async {
        await withCheckedContinuation { continuation in
            resume(
                state.withLock { state in
                    state.counts[operation] += 1
                    state.waiting[operation] = continuation
                    return Self.next(&state)
                })
        }
    }

    private func leave() {
        resume(
            state.withLock { state in
                state.isBusy = false
                return Self.next(&state)
            })
    }

    /// The one whose turn it is, if it is here.
    private static func next(_ state: inout State) -> CheckedContinuation<Void, Never>? {
        guard !state.isBusy else { return nil }
        while let first = state.order.first, state.finished.contains(first) { state.order.removeFirst() }
        guard let operation = state.order.first ?? state.waiting.keys.min(), let continuation = state.waiting.removeValue(forKey: operation) else {
            return nil
        }
        if !state.order.isEmpty { state.order.removeFirst() }
        state.isBusy = true
        return continuation
    }

    private func resume(_ continuation: CheckedContinuation<Void, Never>?) { continuation?.resume() }

    private struct Turns: StoreInterception {
        let order: CallOrder
        let operation: Int

        func around<Value>(_ work: () async throws -> Value) async throws -> Value {
            await order.enter(operation)
            defer { order.leave() }
            return try await work()
        }
    }
}
