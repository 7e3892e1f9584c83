/// Where a search looks: in all that a person owns, or in a part of it.
public struct SearchScope: Sendable, Equatable {
    /// What is in one of the projects, and single diagrams.
    public struct Part: Sendable, Equatable {
        public var projectIDs: Set<String>
        public var diagramIDs: Set<String>

        public init(projectIDs: Set<String> = [], diagramIDs: Set<String> = []) {
            self.projectIDs = projectIDs
            self.diagramIDs = diagramIDs
        }
    }

    public let ownerID: String
    /// `nil` for all that is the owner's.
    public let part: Part?

    public init(ownerID: String, part: Part? = nil) {
        self.ownerID = ownerID
        self.part = part
    }
}
