import Domain
import TestSupport
import Testing

@Suite("Store")
struct StoreContractTests {
    @Test(arguments: StoreKind.allCases)
    func anOpenStoreAnswers(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.ping()
            try await store.ping()
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aClosedStoreIsUnavailable(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            await store.close()
            await #expect(throws: StoreUnavailableError.self) { try await store.ping() }
            await #expect(throws: StoreUnavailableError.self) { try await store.users.find(id: "x") }
            await store.close()
        }
    }
}
