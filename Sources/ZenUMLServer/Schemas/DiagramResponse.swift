import Domain
import Foundation

/// A diagram, whole.
struct DiagramResponse: JSONWritable {
    let diagram: Diagram
    /// Of the person who asks, where that is said.
    var role: Role?

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", diagram.id)
            json.field("project_id", diagram.projectID)
            json.field("kind", diagram.kind)
            json.field("name", diagram.name)
            json.field("source", diagram.source)
            json.field("layout", json: diagram.layout)
            json.field("revision", diagram.revision)
            if let role { json.field("role", role.rawValue) }
            json.field("created_at", diagram.createdAt)
            json.field("updated_at", diagram.updatedAt)
        }
    }
}
