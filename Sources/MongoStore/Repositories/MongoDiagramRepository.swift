import Domain
import Foundation

/// The collection `diagrams`.
struct MongoDiagramRepository: DiagramRepository, OwnedDocuments {
    /// All but the words, which only the server looks at.
    private static let fields: BSONDocument = ["name_words": 0, "source_words": 0, "source_bytes": 0, "layout_bytes": 0]

    let collection: MongoCollection
    let projects: MongoCollection
    let accessLists: MongoCollection
    let versions: MongoCollection

    func create(_ diagram: Diagram) async throws {
        try await collection.insert(diagram.document)
    }

    func create(_ diagrams: [Diagram]) async throws {
        try await collection.insertNew(diagrams.map(\.document))
    }

    func find(id: String) async throws -> Diagram? {
        let found = try await collection.find(["_id": .string(id)], fields: Self.fields, as: Diagram.init(document:))
        guard var diagram = found, diagram.deletedAt == nil else { return found }
        diagram.deletedAt = try await projects.find(["_id": .string(diagram.projectID)], fields: ["deleted_at": 1]) {
            try $0.optional("deleted_at", $0.date)
        }.flatMap { $0 }
        return diagram
    }

    /// Whether the project is in the trash is asked before: what is changed while it goes there goes along.
    func change(_ change: DiagramChange) async throws -> Diagram? {
        guard let current = try await placeOf(change), try await trashed(among: [current]).isEmpty else { return nil }
        let query: BSONDocument = ["_id": .string(change.id), "revision": .int(change.revision), "deleted_at": nil]
        var values: BSONDocument = ["updated_at": .date(change.updatedAt), "changed_by": .optional(change.changedBy)]
        if let time = change.checkpointAt { values.append("checkpoint_at", .date(time)) }
        let texts = [
            ("project_id", change.projectID), ("name", change.name), ("name_key", change.name?.lowercased()), ("source", change.source),
            ("layout", change.layout),
        ]
        for case (let name, let text?) in texts { values.append(name, .string(text)) }
        if let name = change.name { values.append("name_words", .words(of: name)) }
        if let source = change.source { values.append("source_words", .words(of: source)) }
        for case (let name, let text?) in [("source_bytes", change.source), ("layout_bytes", change.layout)] {
            values.append(name, .int(text.utf8.count))
        }
        let document = try await collection.findAndUpdate(
            query, ["$set": .document(values), "$inc": ["revision": .int64(1)]], fields: Self.fields)
        return try await collection.translatingErrors { try document.map(Diagram.init(document:)) }
    }

    func projectIDs(ownerID: String) async throws -> [String] {
        let pipeline: [BSONDocument] = [["$match": ["owner_id": .string(ownerID)]], ["$group": ["_id": "$project_id"]]]
        let found = try await collection.aggregate(pipeline, limit: Self.mostTrashed + 1)
        return try await collection.translatingErrors { try found.map { try $0.string("_id") } }
    }

    /// In parts, since a diagram has thousands of entries in the indexes of words.
    func setOwner(_ ownerID: String, projectID: String) async throws -> Int {
        let others: BSONDocument = ["project_id": .string(projectID), "owner_id": ["$ne": .string(ownerID)]]
        var total = 0
        while true {
            let found = try await collection.find(others, fields: ["_id": 1], limit: 20)
            let ids = try await collection.translatingErrors { try found.map { BSONValue.string(try $0.string("_id")) } }
            if ids.isEmpty { return total }
            total += try await collection.updateMany(others + ["_id": ["$in": .array(ids)]], ["$set": ["owner_id": .string(ownerID)]])
            try Task.checkCancellation()
        }
    }

    func setDeleted(id: String, from: Date?, to: Date?) async throws -> Bool {
        let query: BSONDocument = ["_id": .string(id), "deleted_at": .optional(from)]
        return try await collection.findAndUpdate(query, ["$set": ["deleted_at": .optional(to)]], fields: ["_id": 1]) != nil
    }

    func removeDeleted(before date: Date) async throws -> Int {
        // What is marked nobody brings back: so nothing comes back without its history.
        let expired: BSONDocument = ["deleted_at": ["$gt": .date(Project.removal), "$lt": .date(date)]]
        _ = try await collection.updateMany(expired, ["$set": ["deleted_at": .date(Project.removal)]])
        return try await removeInParts(["deleted_at": .date(Project.removal)])
    }

    func removeAll(projectID: String) async throws -> Int {
        try await removeInParts(["project_id": .string(projectID)])
    }

    /// The project of the diagram that is to be changed.
    private func placeOf(_ change: DiagramChange) async throws -> String? {
        try await collection.find(["_id": .string(change.id)], fields: ["project_id": 1]) {
            try $0.string("project_id")
        }
    }

    /// Which of some projects are in the trash.
    func trashed(among ids: [String]) async throws -> [String] {
        try await trashed(["_id": ["$in": .array(ids.map(BSONValue.string))]])
    }

    /// Which of a person's projects are in the trash.
    func trashed(of ownerID: String) async throws -> [String] {
        try await trashed(["owner_id": .string(ownerID)])
    }

    private func trashed(_ condition: BSONDocument) async throws -> [String] {
        let filter = condition + ["deleted_at": ["$gte": .date(Project.removal)]]
        let found = try await projects.find(filter, fields: ["_id": 1], limit: Self.mostTrashed)
        return try await projects.translatingErrors { try found.map { try $0.string("_id") } }
    }

    /// Nobody has more projects.
    private static let mostTrashed = 20_000

    func remove(id: String) async throws -> Bool {
        // Before it, so that nothing is left when this ends in between; after it, because something may have come meanwhile.
        try await removeWhatBelongs(to: [id])
        guard try await collection.findAndRemove(["_id": .string(id)]) else { return false }
        try await removeWhatBelongs(to: [id])
        return true
    }

    func removeWhatBelongs(to ids: [String]) async throws {
        let all = BSONValue.array(ids.map(BSONValue.string))
        _ = try await versions.deleteMany(["diagram_id": ["$in": all]])
        _ = try await accessLists.deleteMany(["_id": ["$in": all]])
    }
}

extension Diagram {
    var document: BSONDocument {
        [
            "_id": .string(id),
            "project_id": .string(projectID),
            "owner_id": .string(ownerID),
            "kind": .string(kind),
            "name": .string(name),
            "name_key": .string(name.lowercased()),
            "source": .string(source),
            "layout": .string(layout),
            "revision": .int(revision),
            "created_at": .date(createdAt),
            "updated_at": .date(updatedAt),
            "deleted_at": .optional(deletedAt),
            "creation_fingerprint": .optional(creationFingerprint),
            "name_words": .words(of: name),
            "source_words": .words(of: source),
            "changed_by": .optional(history.changedBy),
            "checkpoint_at": .optional(history.checkpointAt),
            "source_bytes": .int(source.utf8.count),
            "layout_bytes": .int(layout.utf8.count),
        ]
    }

    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"),
            projectID: try document.string("project_id"),
            ownerID: try document.string("owner_id"),
            kind: try document.string("kind"),
            content: DiagramContent(
                name: try document.string("name"), source: try document.string("source"), layout: try document.string("layout")),
            revision: try document.int("revision"),
            times: RecordTimes(
                createdAt: try document.date("created_at"), updatedAt: try document.date("updated_at"),
                deletedAt: try document.optional("deleted_at", document.date)),
            history: History(
                changedBy: try document.optional("changed_by", document.string), checkpointAt: try document.optional("checkpoint_at", document.date)),
            creationFingerprint: try document.optional("creation_fingerprint", document.string)
        )
    }
}

extension BSONValue {
    static func words(of text: String) -> BSONValue {
        .array(IndexedWords(text).words.map(BSONValue.string))
    }
}
