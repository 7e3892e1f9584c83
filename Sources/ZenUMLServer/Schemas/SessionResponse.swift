import Domain
import Foundation

/// A session, as its owner may see it.
struct SessionResponse: Sendable, JSONWritable {
    let session: Session
    let isCurrent: Bool

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", session.id)
            json.field("created_at", session.life.createdAt)
            json.field("last_used_at", session.life.lastUsedAt)
            json.field("expires_at", session.life.expiresAt)
            json.field("ip", session.client.ip)
            json.field("user_agent", session.client.userAgent)
            json.field("current", isCurrent)
        }
    }
}
