import Domain
import Foundation

/// A diagram that went to the trash with its project has no time of deletion of its own any more: it is there because the project is.
struct ProjectTrashUpgrade {
    let database: MongoDatabase

    /// Does nothing where it was done: no diagram has the time of its project then.
    func run() async throws {
        var last = ""
        while true {
            let filter: BSONDocument = ["_id": ["$gt": .string(last)], "deleted_at": ["$gt": .date(Project.removal)]]
            let projects = try await database.documents(
                .find(Schema.projects.name, filter, sort: ["_id": 1], fields: ["deleted_at": 1], limit: 1000))
            for project in projects {
                let time = try project.date("deleted_at")
                let along: BSONDocument = ["project_id": .string(try project.string("_id")), "deleted_at": .date(time)]
                _ = try await database.run(.updateMany(Schema.diagrams.name, along, ["$set": ["deleted_at": nil]]))
            }
            guard projects.count == 1000, let end = projects.last else { return }
            last = try end.string("_id")
        }
    }
}
