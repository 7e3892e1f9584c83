public import Domain
import Foundation
import SQLiteStore

/// The stores that every test of a repository and of the HTTP contract runs on.
public enum StoreKind: String, CaseIterable, Sendable {
    case sqlite

    /// Opens an empty store, hands it to `body`, and removes it.
    public func withStore<Result>(_ body: (any Store) async throws -> Result) async throws -> Result {
        switch self {
        case .sqlite:
            try await TemporaryFolder.with { folder in
                let store = try SQLiteStore(path: folder.appending(path: "test.sqlite").path)
                do {
                    let result = try await body(store)
                    await store.close()
                    return result
                } catch {
                    await store.close()
                    throw error
                }
            }
        }
    }
}
