import Domain
import Foundation

/// A project, how many diagrams of which kind it has, and what the person who asks may do with it.
struct ProjectOverview: Sendable, Equatable {
    let project: Project
    let kinds: [String: Int]
    let role: Role
    /// `nil` for the owner's own.
    var ownerName: String?
}

extension ProjectOverview: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", project.id)
            json.field("name", project.name)
            json.field("description", project.description)
            json.field("role", role.rawValue)
            if let ownerName { json.field("owner_name", ownerName) }
            json.field("archived", project.isArchived)
            json.field("created_at", project.createdAt)
            json.field("updated_at", project.updatedAt)
            json.field("diagrams", DiagramCounts(kinds: kinds))
        }
    }
}
