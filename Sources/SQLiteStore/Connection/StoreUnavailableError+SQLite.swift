import Domain
import GRDB

extension StoreUnavailableError {
    /// Errors of the domain pass as they are; whatever SQLite says otherwise (disk full, locked, damaged, input/output error) means
    /// that the store can't do its work.
    static func translating(_ error: any Error) -> any Error {
        switch error {
        case is StoreUnavailableError, is DuplicateKeyError: error
        case let error as DatabaseError:
            StoreUnavailableError(reason: "SQLite: \(error.message ?? "error") (\(error.extendedResultCode))")
        default: StoreUnavailableError(reason: "SQLite: \(error)")
        }
    }
}
