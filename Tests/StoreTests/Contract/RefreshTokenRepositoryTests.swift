import Domain
import Foundation
import TestSupport
import Testing

@Suite("RefreshTokenRepository")
struct RefreshTokenRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func aSessionIsFoundAgainByIdAndByCurrentToken(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let session = Samples.session("s")
            try await store.refreshTokens.create(session)
            #expect(try await store.refreshTokens.find(id: "s") == session)
            #expect(try await store.refreshTokens.findByToken("hash-s-0") == session)
            #expect(try await store.refreshTokens.findByToken("hash-s-1") == nil)
            #expect(try await store.refreshTokens.find(id: "t") == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aTokenBelongsToOneSession(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.refreshTokens.create(Samples.session("s"))
            var other = Samples.session("t")
            other.token.hash = "hash-s-0"
            await #expect(throws: DuplicateKeyError(key: .token)) { try await store.refreshTokens.create(other) }
            await #expect(throws: DuplicateKeyError.self) { try await store.refreshTokens.create(Samples.session("s")) }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aRotationReplacesTheTokenAndCountsUp(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let before = Samples.session("s")
            try await store.refreshTokens.create(before)
            let client = ClientDescription(userAgent: "other/2.0", ip: "2001:db8::1")
            let rotation = SessionRotation(
                from: "hash-s-0", to: "hash-s-1", rotatedAt: Samples.time + 5, idleSince: Samples.time, client: client)
            var expected = before
            expected.token.hash = "hash-s-1"
            expected.token.counter = 1
            expected.token.rotatedAt = Samples.time + 5
            expected.life.lastUsedAt = Samples.time + 5
            expected.client = client
            #expect(try await store.refreshTokens.rotate(rotation) == expected)
            #expect(try await store.refreshTokens.find(id: "s") == expected)
            #expect(try await store.refreshTokens.findByToken("hash-s-0") == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aLiveSessionIsConfirmedByItsPerson(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.refreshTokens.create(Samples.session("s"))
            #expect(try await store.refreshTokens.find(id: "s")?.life.confirmedAt == Samples.time)
            #expect(try await store.refreshTokens.confirm(id: "s", userID: "bob", at: Samples.time + 9) == false)
            #expect(try await store.refreshTokens.confirm(id: "s", userID: "ada", at: Samples.time + 9))
            #expect(try await store.refreshTokens.find(id: "s")?.life.confirmedAt == Samples.time + 9)
            _ = try await store.refreshTokens.revoke(id: "s", userID: "ada")
            #expect(try await store.refreshTokens.confirm(id: "s", userID: "ada", at: Samples.time + 10) == false)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func onlyTheCurrentTokenIsRotated(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.refreshTokens.create(Samples.session("s"))
            _ = try await store.refreshTokens.rotate(Samples.rotation(from: "hash-s-0", to: "hash-s-1"))
            #expect(try await store.refreshTokens.rotate(Samples.rotation(from: "hash-s-0", to: "hash-s-9")) == nil)
            #expect(try await store.refreshTokens.find(id: "s")?.token.hash == "hash-s-1")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func revokedExpiredAndIdleSessionsAreNotRotated(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for id in ["revoked", "expired", "idle"] { try await store.refreshTokens.create(Samples.session(id)) }
            #expect(try await store.refreshTokens.revoke(id: "revoked", userID: "ada"))
            #expect(try await store.refreshTokens.rotate(Samples.rotation(from: "hash-revoked-0", to: "x")) == nil)
            let late = Samples.rotation(from: "hash-expired-0", to: "x", at: Samples.time + 1000)
            #expect(try await store.refreshTokens.rotate(late) == nil)
            let idle = Samples.rotation(from: "hash-idle-0", to: "x", idleSince: Samples.time + 0.001)
            #expect(try await store.refreshTokens.rotate(idle) == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func ofParallelRotationsOneWins(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.refreshTokens.create(Samples.session("s"))
            let winners = try await withThrowingTaskGroup(of: Session?.self) { group in
                for index in 0..<50 {
                    group.addTask { try await store.refreshTokens.rotate(Samples.rotation(from: "hash-s-0", to: "hash-s-1-\(index)")) }
                }
                return try await group.reduce(into: []) { $0.append($1) }.compactMap { $0 }
            }
            #expect(winners.count == 1)
            #expect(try await store.refreshTokens.find(id: "s") == winners.first)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aSessionIsRevokedOnceAndByItsUserOnly(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.refreshTokens.create(Samples.session("s"))
            #expect(try await store.refreshTokens.revoke(id: "s", userID: "eve") == false)
            #expect(try await store.refreshTokens.revoke(id: "s", userID: "ada"))
            #expect(try await store.refreshTokens.revoke(id: "s", userID: "ada") == false)
            #expect(try await store.refreshTokens.find(id: "s")?.life.isRevoked == true)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func revokingAllTouchesNobodyElse(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for id in ["a", "b", "c"] { try await store.refreshTokens.create(Samples.session(id)) }
            try await store.refreshTokens.create(Samples.session("e", userID: "eve"))
            _ = try await store.refreshTokens.revoke(id: "a", userID: "ada")
            #expect(try await store.refreshTokens.revokeAllForUser("ada") == 2)
            #expect(try await store.refreshTokens.revokeAllForUser("ada") == 0)
            for id in ["kept", "ended"] { try await store.refreshTokens.create(Samples.session(id, userID: "cy")) }
            #expect(try await store.refreshTokens.revokeAllForUser("cy", except: "kept") == 1)
            #expect(try await store.refreshTokens.find(id: "kept")?.life.isRevoked == false)
            #expect(try await store.refreshTokens.find(id: "e")?.life.isRevoked == false)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theListHasLiveSessionsNewestFirst(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.refreshTokens.create(Samples.session("old", createdAt: Samples.time - 10))
            try await store.refreshTokens.create(Samples.session("new"))
            try await store.refreshTokens.create(Samples.session("expired", expiresAt: Samples.time))
            try await store.refreshTokens.create(Samples.session("revoked"))
            try await store.refreshTokens.create(Samples.session("other", userID: "eve"))
            _ = try await store.refreshTokens.revoke(id: "revoked", userID: "ada")
            let all = try await store.refreshTokens.findAllForUser("ada", at: Samples.time, idleSince: .distantPast, limit: 9)
            #expect(all.map(\.id) == ["new", "old"])
            let used = try await store.refreshTokens.findAllForUser("ada", at: Samples.time, idleSince: Samples.time, limit: 9)
            #expect(used.map(\.id) == ["new"])
            let first = try await store.refreshTokens.findAllForUser("ada", at: Samples.time, idleSince: .distantPast, limit: 1)
            #expect(first.map(\.id) == ["new"])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func expiredSessionsAreRemovedRevokedOnesKept(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.refreshTokens.create(Samples.session("expired", expiresAt: Samples.time))
            try await store.refreshTokens.create(Samples.session("revoked"))
            _ = try await store.refreshTokens.revoke(id: "revoked", userID: "ada")
            #expect(try await store.refreshTokens.removeExpired(before: Samples.time + 1) == 1)
            #expect(try await store.refreshTokens.find(id: "expired") == nil)
            #expect(try await store.refreshTokens.find(id: "revoked") != nil)
        }
    }
}
