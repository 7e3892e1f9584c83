import Domain
import TestSupport
import Testing

@Suite("RecordRepository")
struct RecordRepositoryTests {
    private static let records: [StoredRecord.Collection: [StoredRecord]] = [
        .users: ["b", "a", "c"].map { .user(Samples.user($0)) },
        .refreshTokens: ["b", "a", "c"].map { .session(Samples.session($0)) },
        .statusChecks: ["b", "a", "c"].map { .statusCheck(StatusCheck(id: $0, clientName: "漢", timestamp: Samples.time)) },
        .projects: ["b", "a", "c"].map { .project(Samples.project($0)) },
        .diagrams: ["b", "a", "c"].map { .diagram(Samples.diagram($0)) },
        .accessLists: ["b", "a", "c"].map { .accessList(Samples.accessList($0)) },
        .versions: [2, 1, 10].map { .version(Samples.version("d", revision: $0)) },
        .accountTokens: ["b", "a", "c"].map { .accountToken(Samples.accountToken($0)) },
        .signIns: ["b", "a", "c"].map { .signIn(id: $0, expiresAt: Samples.time) },
    ]

    @Test(arguments: StoreKind.allCases, StoredRecord.Collection.allCases)
    func recordsComeInTheOrderOfTheirIds(_ kind: StoreKind, _ collection: StoredRecord.Collection) async throws {
        try await kind.withStore { store in
            let all = try #require(Self.records[collection])
            try await store.records.put(all)
            let sorted = all.sorted { $0.id < $1.id }
            #expect(try await store.records.records(in: collection, after: nil, limit: 9) == sorted)
            #expect(try await store.records.records(in: collection, after: nil, limit: 2) == Array(sorted.prefix(2)))
            #expect(try await store.records.records(in: collection, after: sorted[0].id, limit: 9) == Array(sorted.dropFirst()))
            #expect(try await store.records.records(in: collection, after: sorted[2].id, limit: 9) == [])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aRecordOfTheSameIdIsReplaced(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            var ada = Samples.user("ada")
            try await store.records.put([.user(ada)])
            ada.name = "Countess"
            try await store.records.put([.user(ada)])
            #expect(try await store.users.find(id: ada.id) == ada)
            try await store.records.put([])
        }
    }

    @Test(arguments: StoreKind.allCases, StoredRecord.Collection.allCases)
    func onlyTheRecordsOfTheIdsAreRemoved(_ kind: StoreKind, _ collection: StoredRecord.Collection) async throws {
        try await kind.withStore { store in
            let all = try #require(Self.records[collection])
            try await store.records.put(all)
            try await store.records.remove([all[0].id, all[2].id, "other"], in: collection)
            #expect(try await store.records.records(in: collection, after: nil, limit: 9) == [all[1]])
            try await store.records.remove([], in: collection)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func anotherRecordsKeyIsNeverTaken(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.users.create(Samples.user("ada"))
            await #expect(throws: DuplicateKeyError(key: .email)) {
                try await store.records.put([.user(Samples.user("eve", email: "ada@example.com"))])
            }
            #expect(try await store.users.findByEmail("ada@example.com") == Samples.user("ada"))
        }
    }
}
