import Domain
import Foundation

/// The collection `projects`.
struct MongoProjectRepository: ProjectRepository, OwnedDocuments {
    let collection: MongoCollection
    let accessLists: MongoCollection

    func create(_ project: Project) async throws {
        try await collection.insert(project.document)
    }

    func create(_ projects: [Project]) async throws {
        try await collection.insertNew(projects.map(\.document))
    }

    func find(id: String) async throws -> Project? {
        try await collection.find(["_id": .string(id)], as: Project.init(document:))
    }

    func find(ids: [String]) async throws -> [Project] {
        let filter: BSONDocument = ["_id": ["$in": .array(ids.map(BSONValue.string))]]
        let documents = try await collection.find(filter, limit: max(ids.count, 1))
        return try await collection.translatingErrors { try documents.map(Project.init(document:)) }
    }

    func findAll(_ filter: ProjectFilter, _ page: ListPage) async throws -> [Project] {
        var conditions: BSONDocument = filter.scope.condition + ["deleted_at": nil]
        if let isArchived = filter.isArchived { conditions.append("archived", .bool(isArchived)) }
        let query = ListQuery(page)
        var all = conditions + query.conditions
        if let part = filter.nameContains {
            // Beside a condition on the same field, which the order by name has.
            all.append("$and", [["name_key": ["$regex": .string(NSRegularExpression.escapedPattern(for: part.lowercased()))]]])
        }
        let documents = try await collection.find(all, sort: query.sort, limit: page.limit)
        return try await collection.translatingErrors { try documents.map(Project.init(document:)) }
    }

    func update(_ project: Project) async throws -> Bool {
        let query: BSONDocument = ["_id": .string(project.id), "deleted_at": nil]
        let changes: BSONDocument = [
            "name": .string(project.name), "name_key": .string(project.name.lowercased()), "description": .string(project.description),
            "archived": .bool(project.isArchived), "updated_at": .date(project.updatedAt),
        ]
        return try await collection.findAndUpdate(query, ["$set": .document(changes)], fields: ["_id": 1]) != nil
    }

    func setOwner(id: String, from former: String, to ownerID: String) async throws -> Bool {
        let query: BSONDocument = ["_id": .string(id), "owner_id": .string(former), "deleted_at": nil]
        return try await collection.findAndUpdate(query, ["$set": ["owner_id": .string(ownerID)]], fields: ["_id": 1]) != nil
    }

    func setDeleted(id: String, from: Date?, to: Date?) async throws -> Project? {
        let query: BSONDocument = ["_id": .string(id), "deleted_at": .optional(from)]
        let document = try await collection.findAndUpdate(query, ["$set": ["deleted_at": .optional(to)]])
        return try await collection.translatingErrors { try document.map(Project.init(document:)) }
    }

    func setDeleted(ids: [String], from: Date?, to: Date?) async throws {
        let query: BSONDocument = ["_id": ["$in": .array(ids.map(BSONValue.string))], "deleted_at": .optional(from)]
        _ = try await collection.updateMany(query, ["$set": ["deleted_at": .optional(to)]])
    }

    func beginRemoval(before date: Date) async throws -> [Project] {
        let expired: BSONDocument = ["deleted_at": ["$gt": .date(Project.removal), "$lt": .date(date)]]
        _ = try await collection.updateMany(expired, ["$set": ["deleted_at": .date(Project.removal)]])
        let documents = try await collection.find(["deleted_at": .date(Project.removal)], limit: 100)
        return try await collection.translatingErrors { try documents.map(Project.init(document:)) }
    }

    func finishRemoval(id: String) async throws {
        let removed: BSONDocument = ["_id": .string(id), "deleted_at": .date(Project.removal)]
        guard try await collection.find(removed, fields: ["_id": 1], as: { $0 }) != nil else { return }
        try await removeWhatBelongs(to: [id])
        guard try await collection.findAndRemove(removed) else { return }
        try await removeWhatBelongs(to: [id])
    }

    func removeWhatBelongs(to ids: [String]) async throws {
        _ = try await accessLists.deleteMany(["_id": ["$in": .array(ids.map(BSONValue.string))]])
    }
}

extension Project {
    var document: BSONDocument {
        [
            "_id": .string(id),
            "owner_id": .string(ownerID),
            "name": .string(name),
            "name_key": .string(name.lowercased()),
            "description": .string(description),
            "archived": .bool(isArchived),
            "created_at": .date(createdAt),
            "updated_at": .date(updatedAt),
            "deleted_at": .optional(deletedAt),
            "creation_fingerprint": .optional(creationFingerprint),
        ]
    }

    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"),
            ownerID: try document.string("owner_id"),
            name: try document.string("name"),
            description: try document.string("description"),
            isArchived: try document.bool("archived"),
            times: RecordTimes(
                createdAt: try document.date("created_at"), updatedAt: try document.date("updated_at"),
                deletedAt: try document.optional("deleted_at", document.date)),
            creationFingerprint: try document.optional("creation_fingerprint", document.string)
        )
    }
}

extension ProjectFilter.Scope {
    fileprivate var condition: BSONDocument {
        switch self {
        case .ownedBy(let ownerID): ["owner_id": .string(ownerID)]
        case .among(let ids): ["_id": ["$in": .array(ids.map(BSONValue.string))]]
        }
    }
}
