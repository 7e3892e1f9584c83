import Domain
import Foundation

/// A diagram that went to the trash with its project has no time of deletion of its own any more: it is there because the project is.
struct ProjectTrashUpgrade {
    /// Beside the document that the sign of life counts up: says that it was done.
    private static let mark: BSONDocument = ["_id": 2]

    let database: MongoDatabase

    /// Once for a database.
    func run() async throws {
        guard try await database.documents(.find(Schema.pings.name, Self.mark, limit: 1)).isEmpty else { return }
        try await bringOver()
        _ = try await database.run(.findAndUpdate(Schema.pings.name, Self.mark, ["$inc": ["counter": .int64(1)]], isUpsert: true))
    }

    private func bringOver() async throws {
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
