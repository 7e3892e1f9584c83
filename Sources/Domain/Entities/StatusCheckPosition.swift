public import Foundation

/// A place in the list of status checks, which is ordered by time and then by id, both descending.
public struct StatusCheckPosition: Sendable, Equatable {
    public let timestamp: Date
    public let id: String

    public init(timestamp: Date, id: String) {
        self.timestamp = timestamp
        self.id = id
    }
}
