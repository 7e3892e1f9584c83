import Domain
import Foundation
import TestSupport
import Testing

@Suite("RemovedAccountRepository")
struct RemovedAccountRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func removalsAreNotedOnceAndForgotten(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let removed = store.removedAccounts
            try await removed.note(userID: "b", at: Samples.time + 1)
            try await removed.note(userID: "a", at: Samples.time)
            try await removed.note(userID: "a", at: Samples.time + 9)
            let all = try await removed.findAll(limit: 9)
            #expect(all.map(\.userID) == ["a", "b"])
            #expect(all.map(\.removedAt) == [Samples.time, Samples.time + 1])
            #expect(try await removed.findAll(limit: 1).count == 1)
            try await removed.forget(userID: "a")
            try await removed.forget(userID: "a")
            #expect(try await removed.findAll(limit: 9).map(\.userID) == ["b"])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aPersonsSessionsAreRemovedRevokedOnesToo(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for id in ["s", "t"] { try await store.refreshTokens.create(Samples.session(id)) }
            try await store.refreshTokens.create(Samples.session("u", userID: "bob"))
            _ = try await store.refreshTokens.revoke(id: "s", userID: "ada")
            try await store.refreshTokens.removeAll(userID: "ada")
            for id in ["s", "t"] { #expect(try await store.refreshTokens.find(id: id) == nil) }
            #expect(try await store.refreshTokens.find(id: "u") != nil)
        }
    }
}
