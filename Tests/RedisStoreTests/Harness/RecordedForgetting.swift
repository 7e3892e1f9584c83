import Synchronization

@testable import RedisStore

/// What a server's caches are told to forget.
final class RecordedForgetting: Sendable {
    private struct State {
        var names: [String] = []
        var subscriptions = 0
    }

    private let state = Mutex(State())

    var names: [String] { state.withLock { $0.names } }
    /// How often all was to be forgotten.
    var subscriptions: Int { state.withLock { $0.subscriptions } }

    init(_ forgetting: RedisForgetting) {
        forgetting.listen(
            forget: { name in self.state.withLock { $0.names.append(name) } }, subscribed: { self.state.withLock { $0.subscriptions += 1 } })
    }
}
