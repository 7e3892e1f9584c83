import Domain
import Foundation

/// Lists, counts and search.
extension MongoDiagramRepository {
    private static let summaryFields: BSONDocument = [
        "project_id": 1, "kind": 1, "name": 1, "revision": 1, "created_at": 1, "updated_at": 1, "deleted_at": 1, "changed_by": 1,
    ]

    private static let trashFields = BSONDocument(fields: summaryFields.fields.filter { $0.name != "changed_by" })

    func usage(ownerID: String) async throws -> StorageUsage {
        try await usage(["owner_id": .string(ownerID)])
    }

    func usage(projectID: String) async throws -> StorageUsage {
        try await usage(["project_id": .string(projectID)])
    }

    /// What a server of an earlier version has made, while several run side by side, counts as nothing until it is changed.
    private func usage(_ filter: BSONDocument) async throws -> StorageUsage {
        let parts: [BSONValue] = ["$source_bytes", "$layout_bytes"].map { ["$ifNull": [$0, 0]] }
        let bytes: BSONValue = ["$sum": ["$add": .array(parts)]]
        let pipeline: [BSONDocument] = [
            ["$match": .document(filter)], ["$group": ["_id": nil, "count": ["$sum": .int64(1)], "bytes": bytes]],
        ]
        let found = try await collection.aggregate(pipeline, limit: 2)
        return try await collection.translatingErrors {
            try found.first.map { StorageUsage(count: try $0.int("count"), bytes: try $0.int("bytes")) } ?? StorageUsage(count: 0, bytes: 0)
        }
    }

    func findAll(projectID: String, _ page: ListPage) async throws -> [DiagramSummary] {
        try await summaries(["project_id": .string(projectID), "deleted_at": nil], ListQuery(page), limit: page.limit)
    }

    func findAll(ids: [String]) async throws -> [DiagramSummary] {
        let documents = try await documents(ids: ids, fields: Self.summaryFields)
        return try await collection.translatingErrors { try documents.map(DiagramSummary.init(document:)) }
    }

    func findAll(ids: [String], around words: SearchWords) async throws -> [FoundDiagram] {
        let beginning: BSONDocument = ["source": ["$substrCP": ["$source", 0, 16384]]]
        let documents = try await documents(ids: ids, fields: Self.summaryFields + beginning)
        return try await collection.translatingErrors {
            try documents.map { FoundDiagram(diagram: try DiagramSummary(document: $0), snippet: words.snippet(of: try $0.string("source"))) }
        }
    }

    /// Those that are not in the trash.
    private func documents(ids: [String], fields: BSONDocument) async throws -> [BSONDocument] {
        let filter: BSONDocument = ["_id": ["$in": .array(ids.map(BSONValue.string))], "deleted_at": nil]
        let found = try await collection.find(filter, fields: fields, limit: max(ids.count, 1))
        let places = try await collection.translatingErrors { try found.map { try $0.string("project_id") } }
        let trashed = Set(try await trashed(among: Array(Set(places))))
        return zip(found, places).filter { !trashed.contains($1) }.map(\.0)
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
                ["$project": .document(Self.trashFields)],
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

    func search(_ words: SearchWords, in scope: SearchScope, limit: Int) async throws -> [SearchHit] {
        guard let last = words.words.last else { return [] }
        let outside = outside(of: try await trashed(of: scope.ownerID))
        let search = DiagramSearch(earlier: words.words.dropLast(), last: last, scope: scope, outside: outside)
        let documents = try await collection.aggregate(search.pipeline(limit: limit), limit: limit + 1)
        return try await collection.translatingErrors {
            try documents.map {
                SearchHit(diagramID: try $0.string("_id"), rank: try $0.int("score"), createdAt: try $0.date("created_at"))
            }
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
            deletedAt: try document.optional("deleted_at", document.date),
            changedBy: try document.optional("changed_by", document.string)
        )
    }
}
