import Domain
import Foundation

/// Lists, counts and search.
extension MongoDiagramRepository {
    private static let summaryFields: BSONDocument = [
        "project_id": 1, "kind": 1, "name": 1, "revision": 1, "created_at": 1, "updated_at": 1, "deleted_at": 1,
    ]

    func findAll(projectID: String, _ page: ListPage) async throws -> [DiagramSummary] {
        try await summaries(["project_id": .string(projectID), "deleted_at": nil], ListQuery(page), limit: page.limit)
    }

    func findAll(ids: [String]) async throws -> [DiagramSummary] {
        let filter: BSONDocument = ["_id": ["$in": .array(ids.map(BSONValue.string))], "deleted_at": nil]
        let documents = try await collection.find(filter, fields: Self.summaryFields, limit: max(ids.count, 1))
        let found = try await collection.translatingErrors { try documents.map(DiagramSummary.init(document:)) }
        let trashed = Set(try await trashed(among: Array(Set(found.map(\.projectID)))))
        return found.filter { !trashed.contains($0.projectID) }
    }

    func findRecent(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary] {
        let query = ListQuery(ListPage(.updated, after: position, limit: limit))
        var filter: BSONDocument = ["owner_id": .string(ownerID), "deleted_at": nil]
        filter = filter + outside(of: try await trashed(of: ownerID))
        return try await summaries(filter, query, limit: limit)
    }

    func findDeleted(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary] {
        let query = ListQuery(ListPage(.updated, after: position, limit: limit), updated: "deleted_at")
        let trashed = try await trashed(of: ownerID)
        let along: BSONValue = ["project_id": ["$in": .array(trashed.map(BSONValue.string))], "deleted_at": nil]
        let filter: BSONDocument = ["owner_id": .string(ownerID), "$or": [["deleted_at": ["$gt": .date(Project.removal)]], along]]
        let times: BSONValue = ["$first": "$project.deleted_at"]
        let documents = try await collection.aggregate(
            [
                ["$match": .document(filter)],
                ["$project": .document(Self.summaryFields)],
                [
                    "$lookup": [
                        "from": .string(Schema.projects.name), "localField": "project_id", "foreignField": "_id",
                        "pipeline": [["$project": ["deleted_at": 1]]], "as": "project",
                    ]
                ],
                ["$set": ["deleted_at": ["$ifNull": ["$deleted_at", times]]]],
                ["$match": .document(query.conditions)],
                ["$sort": .document(query.sort)],
                ["$limit": .int(limit)],
            ], limit: limit + 1)
        return try await collection.translatingErrors { try documents.map(DiagramSummary.init(document:)) }
    }

    /// The condition that a diagram is in none of the projects.
    private func outside(of projects: [String]) -> BSONDocument {
        projects.isEmpty ? [:] : ["project_id": ["$nin": .array(projects.map(BSONValue.string))]]
    }

    func counts(projectIDs: [String]) async throws -> [String: [String: Int]] {
        let condition: BSONDocument = ["project_id": ["$in": .array(projectIDs.map(BSONValue.string))], "deleted_at": nil]
        let key: BSONValue = ["project": "$project_id", "kind": "$kind"]
        let groups = try await collection.aggregate(
            [["$match": .document(condition)], ["$group": ["_id": key, "count": ["$sum": 1]]]], limit: 1000)
        return try await collection.translatingErrors {
            try groups.reduce(into: [:]) { counts, group in
                let key = try group.document("_id")
                counts[try key.string("project"), default: [:]][try key.string("kind")] = try group.int("count")
            }
        }
    }

    func search(_ words: SearchWords, ownerID: String, offset: Int, limit: Int) async throws -> [SearchHit] {
        guard let last = words.words.last else { return [] }
        let pipeline = DiagramSearch(
            earlier: words.words.dropLast(), last: last, ownerID: ownerID, outside: outside(of: try await trashed(of: ownerID))
        )
        .pipeline(offset: offset, limit: limit, fields: Self.summaryFields)
        let documents = try await collection.aggregate(pipeline, limit: limit + 1)
        return try await collection.translatingErrors {
            try documents.map { SearchHit(diagram: try DiagramSummary(document: $0), snippet: words.snippet(of: try $0.string("source"))) }
        }
    }

    private func summaries(_ filter: BSONDocument, _ query: ListQuery, limit: Int) async throws -> [DiagramSummary] {
        let documents = try await collection.find(
            filter + query.conditions, sort: query.sort, fields: Self.summaryFields, limit: limit)
        return try await collection.translatingErrors { try documents.map(DiagramSummary.init(document:)) }
    }
}

extension DiagramSummary {
    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"),
            projectID: try document.string("project_id"),
            kind: try document.string("kind"),
            name: try document.string("name"),
            revision: try document.int("revision"),
            createdAt: try document.date("created_at"),
            updatedAt: try document.date("updated_at"),
            deletedAt: try document.optional("deleted_at", document.date)
        )
    }
}
