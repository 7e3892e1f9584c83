import Domain
import Foundation

/// The collection `diagrams`.
struct MongoDiagramRepository: DiagramRepository, OwnedDocuments {
    /// All but the words, which only the server looks at.
    private static let fields: BSONDocument = ["name_words": 0, "source_words": 0]

    let collection: MongoCollection

    func create(_ diagram: Diagram) async throws {
        try await collection.insert(diagram.document)
    }

    func find(id: String, ownerID: String) async throws -> Diagram? {
        try await collection.find(["_id": .string(id), "owner_id": .string(ownerID)], fields: Self.fields, as: Diagram.init(document:))
    }

    func change(_ change: DiagramChange) async throws -> Diagram? {
        let query: BSONDocument = [
            "_id": .string(change.id), "owner_id": .string(change.ownerID), "revision": .int(change.revision), "deleted_at": nil,
        ]
        var values: BSONDocument = ["updated_at": .date(change.updatedAt)]
        let texts = [
            ("project_id", change.projectID), ("name", change.name), ("name_key", change.name?.lowercased()), ("source", change.source),
            ("layout", change.layout),
        ]
        for case (let name, let text?) in texts { values.append(name, .string(text)) }
        if let name = change.name { values.append("name_words", .words(of: name)) }
        if let source = change.source { values.append("source_words", .words(of: source)) }
        let document = try await collection.findAndUpdate(
            query, ["$set": .document(values), "$inc": ["revision": .int64(1)]], fields: Self.fields)
        return try await collection.translatingErrors { try document.map(Diagram.init(document:)) }
    }

    func setDeleted(id: String, ownerID: String, from: Date?, to: Date?) async throws -> Bool {
        let query: BSONDocument = ["_id": .string(id), "owner_id": .string(ownerID), "deleted_at": .optional(from)]
        return try await collection.findAndUpdate(query, ["$set": ["deleted_at": .optional(to)]], fields: ["_id": 1]) != nil
    }

    func setDeleted(projectID: String, ownerID: String, from: Date?, to: Date?) async throws -> Int {
        try await collection.updateMany(
            ["project_id": .string(projectID), "owner_id": .string(ownerID), "deleted_at": .optional(from)],
            ["$set": ["deleted_at": .optional(to)]])
    }

    func remove(id: String, ownerID: String) async throws -> Bool {
        try await collection.findAndRemove(["_id": .string(id), "owner_id": .string(ownerID)])
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
        ]
    }

    init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"),
            projectID: try document.string("project_id"),
            ownerID: try document.string("owner_id"),
            kind: try document.string("kind"),
            name: try document.string("name"),
            source: try document.string("source"),
            layout: try document.string("layout"),
            revision: try document.int("revision"),
            createdAt: try document.date("created_at"),
            updatedAt: try document.date("updated_at"),
            deletedAt: try document.optional("deleted_at", document.date),
            creationFingerprint: try document.optional("creation_fingerprint", document.string)
        )
    }
}

extension BSONValue {
    static func words(of text: String) -> BSONValue {
        .array(IndexedWords(text).words.map(BSONValue.string))
    }
}
