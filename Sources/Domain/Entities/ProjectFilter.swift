/// Which projects; those in the trash are never among them.
public struct ProjectFilter: Sendable, Equatable {
    public enum Scope: Sendable, Equatable {
        case ownedBy(String)
        case among([String])
    }

    public let scope: Scope
    /// A part of the name, in any case.
    public let nameContains: String?
    /// Only archived ones, only others, or both.
    public let isArchived: Bool?

    public init(_ scope: Scope, nameContains: String? = nil, isArchived: Bool? = nil) {
        self.scope = scope
        self.nameContains = nameContains
        self.isArchived = isArchived
    }

    public init(ownerID: String, nameContains: String? = nil, isArchived: Bool? = nil) {
        self.init(.ownedBy(ownerID), nameContains: nameContains, isArchived: isArchived)
    }
}
