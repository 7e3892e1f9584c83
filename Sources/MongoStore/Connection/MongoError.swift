/// Why a command failed.
struct MongoError: Error, Equatable {
    /// Error codes of the server that the store understands (src/mongo/base/error_codes.yml of MongoDB).
    enum Code {
        static let namespaceNotFound = 26
        static let indexNotFound = 27
        static let namespaceExists = 48
        static let duplicateKey = 11000
    }

    /// The server's; `nil` when the error is the driver's or the network's.
    let code: Int?
    let message: String
}
