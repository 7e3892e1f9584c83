import Domain

extension StoreUnavailableError {
    /// Errors of the domain pass as they are; whatever MongoDB or its driver says otherwise means that the store can't do its work.
    static func translating(_ error: any Error) -> any Error {
        switch error {
        case is StoreUnavailableError, is DuplicateKeyError: error
        case let error as MongoError:
            StoreUnavailableError(reason: "MongoDB: \(error.message)\(error.code.map { " (\($0))" } ?? "")")
        default: StoreUnavailableError(reason: "MongoDB: \(error)")
        }
    }
}
