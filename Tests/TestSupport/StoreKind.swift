public import Domain
import Foundation
import MongoStore
import SQLiteStore

/// The stores that every test of a repository and of the HTTP contract runs on.
public enum StoreKind: String, CaseIterable, Sendable {
    case sqlite, mongodb

    /// The store of the tests that name none: a run of the tests is told by `ZENUML_TEST_STORE`, and `make test` makes one on each.
    public static let underTest = ProcessInfo.processInfo.environment["ZENUML_TEST_STORE"].map { StoreKind(rawValue: $0) ?? .mongodb } ?? .sqlite

    /// Opens an empty store, hands it to `body`, and removes it.
    public func withStore<Result>(_ body: (any Store) async throws -> Result) async throws -> Result {
        switch self {
        case .sqlite: try await withSQLite(body)
        case .mongodb: try await withMongo(body)
        }
    }

    private func withSQLite<Result>(_ body: (any Store) async throws -> Result) async throws -> Result {
        try await TemporaryFolder.withPath(of: "test.sqlite") { path in
            let store = try SQLiteStore(path: path)
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

    private func withMongo<Result>(_ body: (any Store) async throws -> Result) async throws -> Result {
        let store = try await MongoTestStores.shared.take()
        do {
            let result = try await body(store)
            await MongoTestStores.shared.giveBack(store)
            return result
        } catch {
            await MongoTestStores.shared.giveBack(store)
            throw error
        }
    }
}
