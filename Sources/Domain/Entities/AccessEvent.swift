public import Foundation

/// A change of an access list: who gave whom what.
public struct AccessEvent: Sendable, Equatable {
    /// How long it is told, in seconds.
    public static let lifetime: TimeInterval = 90 * 86_400
    /// Of one list.
    public static let most = 200

    /// The names are stored.
    public enum Action: String, Sendable, CaseIterable {
        case linkMade = "link_made", linkEnded = "link_ended", invited, joined, roleGiven = "role_given", removed, left
        case handedOver = "handed_over"
    }

    public let at: Date
    public let actorID: String
    public let action: Action
    /// Whom it is about; `nil` where it is about a link.
    public let memberID: String?
    /// The role, or the kind of the link; `nil` where somebody lost both.
    public let detail: String?

    public init(at: Date, actorID: String, action: Action, memberID: String? = nil, detail: String? = nil) {
        self.at = at
        self.actorID = actorID
        self.action = action
        self.memberID = memberID
        self.detail = detail
    }
}
