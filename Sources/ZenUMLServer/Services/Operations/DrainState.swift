import Synchronization

/// Whether this server is about to stop. Each answer asks for it.
final class DrainState: Sendable {
    private let hasBegun = Atomic(false)

    var isDraining: Bool { hasBegun.load(ordering: .relaxed) }

    func begin() {
        hasBegun.store(true, ordering: .relaxed)
    }
}
