import Domain
import Foundation
import TestSupport
import Testing

@Suite("AccountTokenRepository")
struct AccountTokenRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func aTokenCountsOnceUntilItExpires(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let tokens = store.accountTokens
            let token = Samples.accountToken("a")
            try await tokens.create(token)
            await #expect(throws: DuplicateKeyError(key: .id)) { try await tokens.create(token) }
            #expect(try await tokens.take(id: "b", for: .passwordReset, at: Samples.time) == nil)
            #expect(try await tokens.take(id: "a", for: .passwordReset, at: token.expiresAt) == nil)
            #expect(try await tokens.find(id: "a", for: .passwordReset, at: token.expiresAt) == nil)
            for _ in 0..<2 { #expect(try await tokens.find(id: "a", for: .passwordReset, at: Samples.time) == token) }
            #expect(try await tokens.take(id: "a", for: .emailVerification, at: Samples.time) == nil)
            #expect(try await tokens.take(id: "a", for: .passwordReset, at: Samples.time) == token)
            #expect(try await tokens.take(id: "a", for: .passwordReset, at: Samples.time) == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func ofManyOneTakesIt(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.accountTokens.create(Samples.accountToken("a"))
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await store.accountTokens.take(id: "a", for: .passwordReset, at: Samples.time) != nil }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(taken == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func tokensGoWithThePersonAndWithTime(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for id in ["a", "b"] { try await store.accountTokens.create(Samples.accountToken(id)) }
            try await store.accountTokens.create(Samples.accountToken("c", userID: "bob"))
            try await store.accountTokens.removeAll(userID: "ada")
            #expect(try await store.accountTokens.take(id: "a", for: .passwordReset, at: Samples.time) == nil)
            #expect(try await store.accountTokens.removeExpired(before: Samples.time) == 0)
            #expect(try await store.accountTokens.removeExpired(before: Samples.time + 101) == 1)
        }
    }
}
