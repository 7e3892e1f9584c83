import Domain
import Foundation

/// A project, and how many diagrams of which kind it has.
struct ProjectOverview: Sendable, Equatable {
    let project: Project
    let kinds: [String: Int]
}

extension ProjectOverview: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", project.id)
            json.field("name", project.name)
            json.field("description", project.description)
            json.field("archived", project.isArchived)
            json.field("created_at", project.createdAt)
            json.field("updated_at", project.updatedAt)
            json.field("diagrams", DiagramCounts(kinds: kinds))
        }
    }
}
