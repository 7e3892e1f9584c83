import Synchronization

/// Does something else just before one of the calls of a store, as another server could.
final class StoreInterruption: StoreInterception {
    private struct State {
        var left: Int?
        var work: (@Sendable () async throws -> Void)?
    }

    private let state = Mutex(State())

    /// Whether the work has been done.
    var isDone: Bool { state.withLock { $0.work == nil } }

    /// - Parameter number: Of the call from now on, before which the work is done.
    func prepare(call number: Int, _ work: @escaping @Sendable () async throws -> Void) {
        state.withLock { $0 = State(left: number, work: work) }
    }

    func around<Value>(_ work: () async throws -> Value) async throws -> Value {
        let due = state.withLock { state -> (@Sendable () async throws -> Void)? in
            guard let left = state.left else { return nil }
            state.left = left > 1 ? left - 1 : nil
            guard left == 1 else { return nil }
            defer { state.work = nil }
            return state.work
        }
        try await due?()
        return try await work()
    }
}
