import Domain
import Foundation
import TestSupport

/// Calls every method of every repository, so that a test can look at what the database was sent.
enum StoreMethods {
    static func callAll(_ store: any Store) async throws {
        let ada = Samples.user("ada")
        try await store.users.create(ada)
        _ = try await store.users.find(id: ada.id)
        _ = try await store.users.findByEmail(ada.email)
        _ = try await store.users.findByIdentity(ada.identity)
        _ = try await store.users.update(ada)
        try await store.refreshTokens.create(Samples.session("s"))
        _ = try await store.refreshTokens.find(id: "s")
        _ = try await store.refreshTokens.findByToken("hash-s-0")
        _ = try await store.refreshTokens.rotate(Samples.rotation(from: "hash-s-0", to: "hash-s-1"))
        _ = try await store.refreshTokens.findAllForUser("ada", at: Samples.time, idleSince: Date(milliseconds: 0), limit: 9)
        _ = try await store.refreshTokens.revoke(id: "s", userID: "ada")
        _ = try await store.refreshTokens.revokeAllForUser("ada")
        _ = try await store.refreshTokens.removeExpired(before: Samples.time)
        try await store.statusChecks.create(StatusCheck(id: "c", clientName: "c", timestamp: Samples.time))
        _ = try await store.statusChecks.findAll(limit: 1, after: nil)
        _ = try await store.statusChecks.findAll(limit: 1, after: StatusCheckPosition(timestamp: Samples.time, id: "c"))
        _ = try await store.signIns.consume(id: "x", expiresAt: Samples.time)
        _ = try await store.signIns.removeExpired(before: Samples.time)
        _ = try await store.users.delete(id: ada.id)
    }
}
