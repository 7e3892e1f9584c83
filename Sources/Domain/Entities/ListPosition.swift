public import Foundation

/// A place in a list: the record after which a page begins.
public struct ListPosition: Sendable, Equatable {
    /// By what the list is ordered.
    public enum Key: Sendable, Equatable {
        case name(String)
        case time(Date)
    }

    public let key: Key
    public let id: String

    public init(_ key: Key, id: String) {
        self.key = key
        self.id = id
    }
}
