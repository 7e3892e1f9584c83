import Domain
import Foundation
import MongoStore
import SQLiteStore
import ZenUMLServer

/// Opens the store that an address names; the only place that knows which stores there are.
enum OpenDatabase {
    /// - Parameters:
    ///   - isCopied: Whether records are read or written by the thousand: then the database has more time for it.
    ///   - setting: What the address was given as, for errors.
    /// - Throws: ``StartProblem``.
    static func store(_ url: DatabaseURL, isCopied: Bool = false, givenAs setting: String = "DATABASE_URL") async throws -> any Store {
        switch url {
        case .sqlite(let path):
            try DataFolder.make(URL(filePath: path).deletingLastPathComponent(), givenAs: setting)
            do {
                return try SQLiteStore(path: path)
            } catch let error as StoreUnavailableError {
                throw StartProblem("\(setting): \(path) can't be opened: \(error)")
            }
        case .mongodb(let url):
            do {
                return try await MongoStore(url: url, for: isCopied ? .copying : .requests)
            } catch let error as StoreUnavailableError {
                throw StartProblem("\(setting): \(error.oneLine)")
            }
        }
    }
}

extension OpenDatabase {
    /// Looks at a database without changing it.
    /// - Throws: ``StartProblem``.
    static func inspect(_ url: DatabaseURL, givenAs setting: String = "DATABASE_URL") async throws -> StoreInspection {
        do {
            switch url {
            case .sqlite(let path): return try await SQLiteStore.inspect(path: path)
            case .mongodb(let url): return try await MongoStore.inspect(url: url)
            }
        } catch let error as StoreUnavailableError {
            throw StartProblem("\(setting): \(error.oneLine)")
        }
    }
}

extension StoreUnavailableError {
    var oneLine: String {
        reason.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
