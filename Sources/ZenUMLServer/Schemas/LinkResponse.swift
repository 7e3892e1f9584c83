import Domain
import Foundation

/// A link, for those who decide about it.
struct LinkResponse: JSONWritable {
    let link: AccessLink
    /// `nil` for an invitation, and when the key with which it was sealed is gone.
    let token: String?

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", link.id)
            json.field("kind", link.kind.rawValue)
            json.field("token", token)
            if let invitation = link.invitation { json.field("email", invitation.email) }
            json.field("created_at", link.createdAt)
            if let expiresAt = link.expiresAt { json.field("expires_at", expiresAt) }
        }
    }
}
