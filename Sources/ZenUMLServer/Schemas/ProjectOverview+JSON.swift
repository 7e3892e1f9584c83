import Domain
import Foundation

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
