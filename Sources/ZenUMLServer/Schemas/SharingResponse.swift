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

    /// Of the person who asks.
    let role: Role
    let owner: User?
    let members: [Entry]
    let links: [LinkResponse]

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("role", role.rawValue)
            json.field("owner_id", owner?.id)
            json.field("owner_name", owner?.name)
            json.field("members", members)
            json.field("links", links)
        }
    }
}
