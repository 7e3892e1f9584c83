import Domain
import Foundation

/// How many diagrams, and how many bytes of them, a person may have.
struct StorageQuota: Sendable {
    /// In seconds: for so long it is not asked again what somebody has; only what is saved here is added up. What several servers take at the
    /// same time may pass the limit by so much.
    private static let lifetime: TimeInterval = 30

    let diagrams: any DiagramRepository
    let diagramLimit: Int
    /// `nil` for none.
    let byteLimit: ByteCount?
    let clock: WallClock
    private let known = BoundedCache<String, Int>(limit: 20_000)

    init(diagrams: any DiagramRepository, diagramLimit: Int, byteLimit: ByteCount?, clock: WallClock) {
        self.diagrams = diagrams
        self.diagramLimit = diagramLimit
        self.byteLimit = byteLimit
        self.clock = clock
    }

    func state(of ownerID: String) async throws -> StorageState {
        StorageState(
            usage: try await diagrams.usage(ownerID: ownerID), diagramLimit: diagramLimit, byteLimit: byteLimit?.bytes)
    }

    /// - Throws: ``DomainError/forbidden(_:)`` when the person would have more diagrams than anybody may have, ``DomainError/storageFull(_:)``
    ///   when it would be more bytes.
    func requireRoom(for added: StorageUsage, ownerID: String) async throws {
        let usage = try await diagrams.usage(ownerID: ownerID)
        guard usage.count + added.count <= diagramLimit else {
            throw DomainError.forbidden("Nobody may have more than \(diagramLimit) diagrams here; delete some for good first")
        }
        try require(usage.bytes + added.bytes, ownerID)
    }

    /// For a change of what is there. What takes up no more than before is always allowed.
    /// - Throws: ``DomainError/storageFull(_:)``.
    func requireRoom(forGrowthBy bytes: Int, ownerID: String) async throws {
        guard let byteLimit, bytes > 0 else { return }
        let now = clock.now
        if let earlier = known.value(for: ownerID, at: now), earlier + bytes <= byteLimit.bytes {
            return known.store(earlier + bytes, for: ownerID, until: now + Self.lifetime, at: now)
        }
        try require(try await diagrams.usage(ownerID: ownerID).bytes + bytes, ownerID)
    }

    private func require(_ bytes: Int, _ ownerID: String) throws {
        guard let byteLimit else { return }
        guard bytes <= byteLimit.bytes else {
            known.remove(ownerID)
            throw DomainError.storageFull("Nobody may have more than \(byteLimit) of diagrams here; delete some for good first")
        }
        let now = clock.now
        known.store(bytes, for: ownerID, until: now + Self.lifetime, at: now)
    }
}
