import Domain
import Foundation
import Synchronization

/// Values that are forgotten after a while, and never more than so many.
final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State {
        var entries: [Key: (value: Value, until: Date)] = [:]
        var generation = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) {
        self.limit = limit
    }

    var count: Int {
        state.withLock { $0.entries.count }
    }

    func value(for key: Key, at now: Date) -> Value? {
        state.withLock { state in
            guard let entry = state.entries[key], entry.until > now else { return nil }
            return entry.value
        }
    }

    /// Counts how often something was removed. Read it before loading a value, and hand it to ``store(_:for:until:at:generation:)``.
    var generation: Int {
        state.withLock { $0.generation }
    }

    /// - Parameter generation: When something was removed since, the value may be what was removed, and is not stored.
    func store(_ value: Value, for key: Key, until: Date, at now: Date, generation: Int? = nil) {
        state.withLock { state in
            guard generation == nil || generation == state.generation else { return }
            if state.entries.count >= limit {
                state.entries = state.entries.filter { $0.value.until > now }
                if state.entries.count >= limit { state.entries.removeAll(keepingCapacity: true) }
            }
            state.entries[key] = (value, until)
        }
    }

    func remove(where matches: (Key, Value) -> Bool) {
        state.withLock { state in
            state.generation += 1
            state.entries = state.entries.filter { !matches($0.key, $0.value.value) }
        }
    }

    func remove(_ key: Key) {
        state.withLock { state in
            state.generation += 1
            state.entries[key] = nil
        }
    }
}
