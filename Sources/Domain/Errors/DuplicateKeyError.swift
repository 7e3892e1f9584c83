/// A record with the same key exists already.
public struct DuplicateKeyError: Error, Sendable, Equatable {
    /// The keys that are unique in a store.
    public enum Key: String, Sendable {
        case id, email, identity, token
    }

    public let key: Key

    public init(key: Key) {
        self.key = key
    }
}
