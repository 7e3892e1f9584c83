import Domain
import Foundation
import TestSupport
import Testing

@Suite("UserRepository")
struct UserRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func aUserIsFoundAgainByEachKey(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let ada = Samples.user("ada")
            try await store.users.create(ada)
            #expect(try await store.users.find(id: ada.id) == ada)
            #expect(try await store.users.findByEmail("ada@example.com") == ada)
            #expect(try await store.users.findByIdentity(ada.identity) == ada)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whatWasNeverStoredIsNotFound(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.users.create(Samples.user("ada"))
            #expect(try await store.users.find(id: "nobody") == nil)
            #expect(try await store.users.findByEmail("nobody@example.com") == nil)
            #expect(try await store.users.findByIdentity(Identity(issuer: "https://other.example", subject: "subject-ada")) == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theSameAddressIsRefused(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.users.create(Samples.user("ada"))
            await #expect(throws: DuplicateKeyError(key: .email)) {
                try await store.users.create(Samples.user("eve", email: "ada@example.com"))
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theSameIdentityIsRefused(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.users.create(Samples.user("ada"))
            await #expect(throws: DuplicateKeyError(key: .identity)) {
                try await store.users.create(Samples.user("ada", id: "another", email: "other@example.com"))
            }
            await #expect(throws: DuplicateKeyError.self) { try await store.users.create(Samples.user("ada", id: "another")) }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func ofParallelCreationsOneWins(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<20 {
                    group.addTask { (try? await store.users.create(Samples.user("ada", id: "id-\(index)"))) != nil }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aChangeLeavesWhatItDoesNotName(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            var ada = Samples.user("ada")
            try await store.users.create(ada)
            (ada.name, ada.picture, ada.updatedAt) = ("Ada, Countess of Lovelace", nil, Samples.time + 60)
            let named = UserChange(id: ada.id, [.name(ada.name), .picture(nil)], updatedAt: ada.updatedAt)
            #expect(try await store.users.change(named) == ada)
            (ada.passwordHash, ada.disabledAt, ada.updatedAt) = ("hash", Samples.time + 61, Samples.time + 62)
            let closed = UserChange(id: ada.id, [.passwordHash("hash"), .disabledAt(ada.disabledAt)], updatedAt: ada.updatedAt)
            #expect(try await store.users.change(closed) == ada)
            ada.disabledAt = nil
            #expect(try await store.users.change(UserChange(id: ada.id, [.disabledAt(nil)], updatedAt: ada.updatedAt)) == ada)
            #expect(try await store.users.find(id: ada.id) == ada)
            for wrong in [nil, "other"] {
                let change = UserChange(id: ada.id, [.passwordHash("late")], if: .passwordHash(wrong), updatedAt: Samples.time)
                #expect(try await store.users.change(change) == nil)
            }
            ada.passwordHash = "new"
            let known = UserChange(id: ada.id, [.passwordHash("new")], if: .passwordHash("hash"), updatedAt: ada.updatedAt)
            #expect(try await store.users.change(known) == ada)
            try await store.users.create(Samples.user("bob"))
            let first = UserChange(id: "id-bob", [.passwordHash("first")], if: .passwordHash(nil), updatedAt: Samples.time)
            #expect(try await store.users.change(first)?.passwordHash == "first")
            #expect(try await store.users.change(UserChange(id: "nobody", [.name("x")], updatedAt: Samples.time)) == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whoSomebodyIsChangesUnlessItIsTaken(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            var ada = User(
                id: "ada", identity: Identity(issuer: Identity.localIssuer, subject: "ada"), email: "ada@example.com", name: "ada",
                createdAt: Samples.time, updatedAt: Samples.time)
            try await store.users.create(ada)
            try await store.users.create(Samples.user("bob"))
            let taken = UserChange(id: "ada", [.email("bob@example.com")], updatedAt: Samples.time)
            await #expect(throws: DuplicateKeyError(key: .email)) { try await store.users.change(taken) }
            let other = UserChange(id: "ada", [.identity(Samples.user("bob").identity)], updatedAt: Samples.time)
            await #expect(throws: DuplicateKeyError(key: .identity)) { try await store.users.change(other) }
            let wrong = UserChange(id: "ada", [.email("new@example.com")], if: .email("old@example.com"), updatedAt: Samples.time)
            #expect(try await store.users.change(wrong) == nil)
            (ada.email, ada.emailVerifiedAt) = ("new@example.com", Samples.time + 3)
            let fields: [UserChange.Field] = [.email(ada.email), .emailVerifiedAt(ada.emailVerifiedAt)]
            let unverified = UserChange(id: "ada", fields, if: .unverifiedEmail("ada@example.com"), updatedAt: Samples.time)
            #expect(try await store.users.change(unverified) == ada)
            #expect(try await store.users.findByEmail("new@example.com") == ada)
            let late = UserChange(id: "ada", [.name("x")], if: .unverifiedEmail("new@example.com"), updatedAt: Samples.time)
            #expect(try await store.users.change(late) == nil, "it is verified now")
            ada.identity = Identity(issuer: "https://issuer.example", subject: "ada")
            #expect(try await store.users.change(UserChange(id: "ada", [.identity(ada.identity)], updatedAt: Samples.time)) == ada)
            #expect(try await store.users.findByIdentity(ada.identity) == ada)
            let vouched = UserChange(id: "id-bob", [.name("x")], if: .unverifiedEmail("bob@example.com"), updatedAt: Samples.time)
            #expect(try await store.users.change(vouched) == nil, "an identity provider vouches for it")
        }
    }

    /// A link for a new password counts neither beside another password nor after the address has changed.
    @Test(arguments: StoreKind.allCases)
    func passwordAndAddressMustBothBeWhatTheyWere(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let ada = Samples.user("ada")
            try await store.users.create(ada)
            for (hash, email) in [("other", ada.email), (nil, "old@example.com")] as [(String?, String)] {
                let condition = UserChange.Condition.credentials(passwordHash: hash, email: email)
                let change = UserChange(id: ada.id, [.passwordHash("new")], if: condition, updatedAt: Samples.time)
                #expect(try await store.users.change(change) == nil)
            }
            let condition = UserChange.Condition.credentials(passwordHash: nil, email: ada.email)
            let change = UserChange(id: ada.id, [.passwordHash("new")], if: condition, updatedAt: Samples.time)
            #expect(try await store.users.change(change)?.passwordHash == "new")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aSecondFactorIsChangedByWhoHasSeenIt(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            var ada = Samples.user("ada")
            try await store.users.create(ada)
            let started = SecondFactor(sealedSecret: "sealed")
            let first = UserChange(id: ada.id, [.secondFactor(started)], if: .secondFactor(nil), updatedAt: Samples.time)
            ada.secondFactor = started
            #expect(try await store.users.change(first) == ada)
            #expect(try await store.users.change(first) == nil)
            let on = SecondFactor(sealedSecret: "sealed", activatedAt: Samples.time, lastStep: 7, recoveryCodes: ["a", "b"])
            let second = UserChange(id: ada.id, [.secondFactor(on)], if: .secondFactor(started), updatedAt: Samples.time)
            ada.secondFactor = on
            #expect(try await store.users.change(second) == ada)
            #expect(try await store.users.find(id: ada.id) == ada)
            var used = on
            used.lastStep = 8
            let changes = [used, SecondFactor(sealedSecret: "x"), nil]
            let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                for change in changes {
                    group.addTask {
                        try await store.users.change(
                            UserChange(id: "id-ada", [.secondFactor(change)], if: .secondFactor(on), updatedAt: Samples.time)) != nil
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func allAreListedByAddress(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for name in ["cy", "ada", "bob"] { try await store.users.create(Samples.user(name)) }
            #expect(try await store.users.findAll(after: nil, limit: 2).map(\.name) == ["ada", "bob"])
            #expect(try await store.users.findAll(after: "bob@example.com", limit: 2).map(\.name) == ["cy"])
            #expect(try await Set(store.users.find(ids: ["id-ada", "id-cy", "x"]).map(\.name)) == ["ada", "cy"])
            #expect(try await store.users.find(ids: []).isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aDeletedUserIsGone(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let ada = Samples.user("ada")
            try await store.users.create(ada)
            #expect(try await store.users.delete(id: ada.id))
            #expect(try await store.users.delete(id: ada.id) == false)
            #expect(try await store.users.find(id: ada.id) == nil)
        }
    }

    /// Names come from people: nothing in them may be taken for anything else.
    @Test(arguments: StoreKind.allCases)
    func anyTextSurvives(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for (index, name) in ["'; DROP TABLE users; --", "Zoë 🦄 \u{202E}", "a\nb\tc", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "\u{1}\u{7F}"].enumerated() {
                var user = Samples.user("user\(index)")
                user.name = name
                try await store.users.create(user)
                #expect(try await store.users.find(id: user.id)?.name == name)
            }
        }
    }
}
