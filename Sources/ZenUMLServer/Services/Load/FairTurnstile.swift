import Domain
import Synchronization

/// Lets a few in at once. The others wait, each client's for themselves, and the clients take turns: who asks for much waits for their own.
///
/// Waiting is bounded in number and in time, so that nobody is answered after they have gone, and ends when its task is cancelled.
final class FairTurnstile: Sendable {
    typealias Client = RateLimitKey.Subject

    struct Limits: Sendable {
        /// How many may be in at once.
        var places: Int
        /// How many of one client; as many as there are places, by default.
        var placesPerClient: Int?
        /// How many may wait, of all clients.
        var waiting: Int
        /// How many of one client may wait.
        var waitingPerClient: Int
        var longestWait = Duration.seconds(15)
    }

    private struct Waiter {
        let id: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var free: Int
        var inside = ClientCounts()
        var waiters: [Client: [Waiter]] = [:]
        /// The clients that wait, the one whose turn is next first.
        var turns: [Client] = []
        var waitingCount = 0
        var nextID = 0
        /// Those that are about to wait, and whether their tasks have been cancelled since.
        var arriving: [Int: Bool] = [:]
    }

    private let limits: Limits
    private let refusal: String
    private let state: Mutex<State>

    /// - Parameter refusal: What those are told for whom there is no room.
    init(_ limits: Limits, refusal: String) {
        self.limits = limits
        self.refusal = refusal
        state = Mutex(State(free: limits.places))
    }

    /// How many wait.
    var waitingCount: Int { state.withLock { $0.waitingCount } }

    /// Waits for a place, and keeps it while `work` runs.
    /// - Throws: ``DomainError/overloaded(_:)`` when too much waits, or this has waited too long; what `work` throws.
    func pass<Result: Sendable>(_ client: Client, _ work: @Sendable () async throws -> Result) async throws -> Result {
        try await enter(client)
        defer { leave(client) }
        return try await work()
    }

    private func enter(_ client: Client) async throws {
        let id: Int? = state.withLock { state in
            if hasPlace(for: client, state) {
                Self.takePlace(client, &state)
                return nil
            }
            state.nextID += 1
            state.arriving[state.nextID] = false
            return state.nextID
        }
        guard let id else { return }
        let timer = Task {
            try await Task.sleep(for: limits.longestWait)
            end(id, client, DomainError.overloaded(refusal))
        }
        defer { timer.cancel() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait(Waiter(id: id, continuation: $0), client) }
        } onCancel: {
            end(id, client, CancellationError())
        }
    }

    private func wait(_ waiter: Waiter, _ client: Client) {
        let outcome: Result<Void, any Error>? = state.withLock { state in
            if state.arriving.removeValue(forKey: waiter.id) == true { return .failure(CancellationError()) }
            if hasPlace(for: client, state) {
                Self.takePlace(client, &state)
                return .success(())
            }
            guard state.waitingCount < limits.waiting, state.waiters[client]?.count ?? 0 < limits.waitingPerClient else {
                return .failure(DomainError.overloaded(refusal))
            }
            state.waitingCount += 1
            if state.waiters[client] == nil { state.turns.append(client) }
            state.waiters[client, default: []].append(waiter)
            return nil
        }
        if let outcome { waiter.continuation.resume(with: outcome) }
    }

    /// Ends one's waiting, if it waits still, or is about to.
    private func end(_ id: Int, _ client: Client, _ error: any Error) {
        let ended: Waiter? = state.withLock { state in
            if state.arriving[id] != nil {
                state.arriving[id] = true
                return nil
            }
            guard let index = state.waiters[client]?.firstIndex(where: { $0.id == id }) else { return nil }
            return Self.take(at: index, of: client, from: &state)
        }
        ended?.continuation.resume(throwing: error)
    }

    private func hasPlace(for client: Client, _ state: State) -> Bool {
        state.free > 0 && state.inside[client] < limits.placesPerClient ?? limits.places
    }

    private static func takePlace(_ client: Client, _ state: inout State) {
        state.free -= 1
        state.inside[client] += 1
    }

    private func leave(_ client: Client) {
        let next: Waiter? = state.withLock { state in
            state.free += 1
            state.inside[client] -= 1
            guard let next = state.turns.first(where: { hasPlace(for: $0, state) }) else { return nil }
            Self.takePlace(next, &state)
            // Its next turn is after those of the others.
            state.turns.removeAll { $0 == next }
            state.turns.append(next)
            return Self.take(at: 0, of: next, from: &state)
        }
        next?.continuation.resume()
    }

    private static func take(at index: Int, of client: Client, from state: inout State) -> Waiter? {
        let waiter = state.waiters[client]?.remove(at: index)
        state.waitingCount -= 1
        if state.waiters[client]?.isEmpty ?? true {
            state.waiters[client] = nil
            state.turns.removeAll { $0 == client }
        }
        return waiter
    }
}
