import Domain
import Foundation
import TestSupport
import Testing

@Suite("AccountTokenRepository")
struct AccountTokenRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func aTokenIsFoundUntilItExpires(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let tokens = store.accountTokens
            let token = Samples.accountToken("a")
            try await tokens.create(token)
            await #expect(throws: DuplicateKeyError(key: .id)) { try await tokens.create(token) }
            #expect(try await tokens.find(id: "b", for: .passwordReset, at: Samples.time) == nil)
            #expect(try await tokens.find(id: "a", for: .emailVerification, at: Samples.time) == nil)
            #expect(try await tokens.find(id: "a", for: .passwordReset, at: token.expiresAt) == nil)
            #expect(try await tokens.find(id: "a", for: .passwordReset, at: Samples.time) == token)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func tokensGoWithThePersonAndWithTime(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for id in ["a", "b"] { try await store.accountTokens.create(Samples.accountToken(id)) }
            try await store.accountTokens.create(Samples.accountToken("c", userID: "bob"))
            try await store.accountTokens.removeAll(userID: "ada")
            #expect(try await store.accountTokens.find(id: "a", for: .passwordReset, at: Samples.time) == nil)
            #expect(try await store.accountTokens.removeExpired(before: Samples.time) == 0)
            #expect(try await store.accountTokens.removeExpired(before: Samples.time + 101) == 1)
        }
    }
}
