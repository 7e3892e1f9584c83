import Domain
import Foundation

/// An event of an access list as JSON.
struct StoredEvent: Codable {
    private let at: Int64
    private let actorId: String
    private let action: String
    private let memberId: String?
    private let detail: String?

    init(_ event: AccessEvent) {
        at = event.at.milliseconds
        actorId = event.actorID
        action = event.action.rawValue
        memberId = event.memberID
        detail = event.detail
    }

    /// - Returns: `nil` for what a newer version of the program has noted.
    func event() -> AccessEvent? {
        AccessEvent.Action(rawValue: action).map { action in
            AccessEvent(at: Date(milliseconds: at), actorID: actorId, action: action, memberID: memberId, detail: detail)
        }
    }
}
