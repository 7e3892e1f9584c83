public import Foundation

/// When something came to be, was changed last, and was put into the trash.
public struct RecordTimes: Sendable, Equatable {
    public let createdAt: Date
    public var updatedAt: Date
    /// `nil` when it is not in the trash.
    public var deletedAt: Date?

    public init(createdAt: Date, updatedAt: Date, deletedAt: Date? = nil) {
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.deletedAt = deletedAt
    }
}
