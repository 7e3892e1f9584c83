import Domain
import Foundation

/// Who may do what with a project or diagram.
struct SharingResponse: JSONWritable {
    struct Entry: JSONWritable {
        let user: User
        let member: Member

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("user_id", user.id)
                json.field("name", user.name)
                json.field("role", member.role.rawValue)
                json.field("link_id", member.linkID)
                json.field("added_at", member.addedAt)
            }
        }
    }

    /// What was changed.
    struct Event: JSONWritable {
        let event: AccessEvent
        /// `nil` when the account is gone.
        let actor: User?
        let member: User?

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("at", event.at)
                json.field("action", event.action.rawValue)
                json.field("actor_id", event.actorID)
                json.field("actor_name", actor?.name)
                json.field("member_id", event.memberID)
                json.field("member_name", member?.name)
                json.field("detail", event.detail)
            }
        }
    }

    /// Members whose accounts there are.
    static func entries(of members: [Member], _ people: [String: User]) -> [Entry] {
        members.compactMap { member in people[member.userID].map { Entry(user: $0, member: member) } }
    }

    /// Of the person who asks.
    let role: Role
    let owner: User?
    let members: [Entry]
    let links: [LinkResponse]
    /// The newest first.
    let events: [Event]

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("role", role.rawValue)
            json.field("owner_id", owner?.id)
            json.field("owner_name", owner?.name)
            json.field("members", members)
            json.field("links", links)
            json.field("events", events)
        }
    }
}
