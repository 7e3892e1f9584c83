import Domain
import Foundation
import TestSupport
import Testing

@Suite("SignInRepository")
struct SignInRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func aSignInIsConsumedOnce(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let firsts = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 { group.addTask { try await store.signIns.consume(id: "x", expiresAt: Samples.time) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(firsts.count { $0 } == 1)
            #expect(try await store.signIns.consume(id: "y", expiresAt: Samples.time))
        }
    }

    @Test(arguments: StoreKind.allCases)
    func expiredOnesAreForgotten(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            _ = try await store.signIns.consume(id: "old", expiresAt: Samples.time)
            _ = try await store.signIns.consume(id: "new", expiresAt: Samples.time + 10)
            #expect(try await store.signIns.removeExpired(before: Samples.time + 1) == 1)
            #expect(try await store.signIns.consume(id: "new", expiresAt: Samples.time) == false)
        }
    }
}
