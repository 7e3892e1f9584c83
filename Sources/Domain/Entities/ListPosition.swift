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

    /// Whether a list in descending order of time has it later. Places by name come after none.
    public func comes(after other: ListPosition) -> Bool {
        guard case .time(let time) = key, case .time(let earlier) = other.key else { return false }
        return (time, id) < (earlier, other.id)
    }

    public init(_ key: Key, id: String) {
        self.key = key
        self.id = id
    }
}
