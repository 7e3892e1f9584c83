/// One of the things that are shared with somebody.
public struct Membership: Sendable, Equatable {
    /// The project or diagram.
    public let id: String
    public let target: AccessList.Target
    public let member: Member

    public init(id: String, target: AccessList.Target, member: Member) {
        self.id = id
        self.target = target
        self.member = member
    }
}
