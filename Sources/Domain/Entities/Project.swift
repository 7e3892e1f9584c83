public import Foundation

/// A person's collection of diagrams; one record of the collection `projects`.
public struct Project: TimedRecord, Sendable, Equatable {
    /// A lower-case UUID.
    public let id: String
    public let ownerID: String
    /// 1 to 255 characters, without white space at either end.
    public var name: String
    public var description: String
    public var isArchived: Bool
    /// A project goes into the trash together with its diagrams; the time of deletion is ``removal`` while it is being removed for good.
    public var times: RecordTimes
    /// Tells a repeated request to create it from another request with the same key.
    public let creationFingerprint: String?

    /// The time of deletion of projects that are being removed for good.
    public static let removal = Date(milliseconds: 0)

    public var isBeingRemoved: Bool { deletedAt == Self.removal }

    public init(
        id: String,
        ownerID: String,
        name: String,
        description: String = "",
        isArchived: Bool = false,
        times: RecordTimes,
        creationFingerprint: String? = nil
    ) {
        self.id = id
        self.ownerID = ownerID
        self.name = name
        self.description = description
        self.isArchived = isArchived
        self.times = times
        self.creationFingerprint = creationFingerprint
    }
}
