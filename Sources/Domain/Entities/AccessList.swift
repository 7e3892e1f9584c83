public import Foundation

/// Who may do what with a project or a diagram besides its owner: an access control list; one record of the collection `access_lists`.
///
/// A diagram has a list of its own only where it is shared more widely than its project. All rules about a list are kept by one
/// compare-and-set on its revision.
public struct AccessList: Sendable, Equatable {
    public enum Target: String, Sendable {
        case project, diagram
    }

    public static let mostMembers = 200
    /// Beside invitations.
    public static let mostLinks = 20
    public static let mostInvitations = 100

    /// That of the project or diagram.
    public let id: String
    public let target: Target
    /// Counts the changes; 0 for a list that is not stored yet.
    public var revision: Int
    public var members: [Member]
    public var links: [AccessLink]
    /// What was changed lately, the oldest first: noted by the same compare-and-set that makes the change.
    public var events: [AccessEvent]

    public init(id: String, target: Target, revision: Int = 0, members: [Member] = [], links: [AccessLink] = [], events: [AccessEvent] = []) {
        self.id = id
        self.target = target
        self.revision = revision
        self.members = members
        self.links = links
        self.events = events
    }

    /// Those who are members at a moment.
    public func liveMembers(at now: Date) -> [Member] { members.filter { $0.isLive(at: now) } }

    public func hasMember(_ userID: String, at now: Date) -> Bool { liveMembers(at: now).contains { $0.userID == userID } }

    /// Notes a change, and forgets those of long ago.
    public mutating func note(_ event: AccessEvent) {
        events.removeAll { event.at.timeIntervalSince($0.at) > AccessEvent.lifetime }
        // Whoever comes and goes again and again pushes nothing out.
        if [.joined, .left].contains(event.action) { events.removeAll { $0.actorID == event.actorID && $0.action == event.action } }
        events.append(event)
        events.removeFirst(max(0, events.count - AccessEvent.most))
    }
}
