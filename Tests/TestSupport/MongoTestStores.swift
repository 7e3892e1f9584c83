@testable import MongoStore

/// Stores that tests use in turn: making collections, indexes and connections anew would cost each of them a second.
///
/// A few at a time, because tests that run side by side share two cores with their MongoDB. And with patience: what they look at is
/// what the store does, not how busy the machine is. How long a request waits is tested on servers that are made slow.
actor MongoTestStores {
    static let shared = MongoTestStores()
    private static let limit = 6

    private var inUse = 0
    private var free: [MongoStore] = []
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Returns: An empty store that nobody else uses.
    func take() async throws -> MongoStore {
        if inUse < Self.limit {
            inUse += 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
        if let store = free.popLast() { return store }
        do {
            return try await MongoStore(url: MongoTestServer.newDatabase(), for: .copying)
        } catch {
            letNextIn()
            throw error
        }
    }

    /// Empties the store. One that can't be emptied, because the test has closed it, is not used again.
    func giveBack(_ store: MongoStore) async {
        if (try? await empty(store)) != nil { free.append(store) }
        letNextIn()
    }

    private func empty(_ store: MongoStore) async throws {
        for schema in Schema.all {
            _ = try await store.database.run(.deleteMany(schema.name, [:]))
        }
    }

    private func letNextIn() {
        if waiting.isEmpty {
            inUse -= 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
