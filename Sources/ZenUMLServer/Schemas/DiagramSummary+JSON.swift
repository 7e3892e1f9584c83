import Domain
import Foundation

extension DiagramSummary: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { writeFields(to: &$0) }
    }

    func writeFields(to json: inout JSONWriter) {
        json.field("id", id)
        json.field("project_id", projectID)
        json.field("kind", kind)
        json.field("name", name)
        json.field("revision", revision)
        json.field("created_at", createdAt)
        json.field("updated_at", updatedAt)
        if let deletedAt { json.field("deleted_at", deletedAt) }
    }
}
