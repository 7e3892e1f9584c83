/// Why a copy was not made, or is not one.
public enum DatabaseCopyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The target holds what the source does not.
    case targetNotEmpty(collection: String, id: String)
    /// The copy was made and is not the same as the original.
    case different(collection: String, id: String)

    public var description: String {
        switch self {
        case .targetNotEmpty(let collection, let id):
            "the target is not empty: \(collection) \(id) is not from the source; choose an empty database, or copy into it all the same with --into-nonempty"
        case .different(let collection, let id):
            "the copy differs from the source at \(collection) \(id): did something write meanwhile? Run the copy again"
        }
    }
}
