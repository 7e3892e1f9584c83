/// Which of a person's projects; those in the trash are never among them.
public struct ProjectFilter: Sendable, Equatable {
    public let ownerID: String
    /// A part of the name, in any case.
    public let nameContains: String?
    /// Only archived ones, only others, or both.
    public let isArchived: Bool?

    public init(ownerID: String, nameContains: String? = nil, isArchived: Bool? = nil) {
        self.ownerID = ownerID
        self.nameContains = nameContains
        self.isArchived = isArchived
    }
}
