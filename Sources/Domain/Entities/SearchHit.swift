public import Foundation

/// A diagram that has all the words of a search, and its place among others that have.
public struct SearchHit: Sendable, Equatable {
    public let diagramID: String
    /// How many of the words are in its name.
    public let rank: Int
    /// Of those of one rank the newest come first.
    public let createdAt: Date

    public init(diagramID: String, rank: Int, createdAt: Date) {
        self.diagramID = diagramID
        self.rank = rank
        self.createdAt = createdAt
    }

    /// Whether it stands before another one. Of two that are equal in this, neither does.
    public func precedes(_ other: SearchHit) -> Bool { (rank, createdAt) > (other.rank, other.createdAt) }
}
