import Domain
import Foundation

/// A user, as the user may see it.
struct UserResponse: Sendable, JSONWritable {
    let user: User

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", user.id)
            json.field("email", user.email)
            json.field("name", user.name)
            json.field("picture", user.picture)
            json.field("created_at", user.createdAt)
        }
    }
}
