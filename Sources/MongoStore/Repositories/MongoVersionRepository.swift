import Domain
import Foundation

/// The collection `versions`. The server compresses it by itself.
struct MongoVersionRepository: VersionRepository {
    private static let facts: BSONDocument = ["revision": 1, "reason": 1, "label": 1, "author_id": 1, "saved_at": 1]
    /// More than are ever kept.
    private static let most = 10_000

    let collection: MongoCollection
    let diagrams: MongoCollection

    /// Whether the diagram is still there is asked afterwards: whoever removes it removes once more what came meanwhile.
    func create(_ version: DiagramVersion) async throws {
        try await collection.insertNew([version.document])
        let diagram = try await diagrams.find(["_id": .string(version.diagramID)], fields: ["_id": 1]) { $0 }
        guard diagram != nil else {
            _ = try await collection.deleteMany(["diagram_id": .string(version.diagramID)])
            return
        }
        guard let label = version.facts.label else { return }
        let unnamed: BSONDocument = ["_id": .string(version.id), "label": nil]
        let changes: BSONDocument = ["label": .string(label), "reason": .string(version.facts.reason.rawValue)]
        _ = try await collection.findAndUpdate(unnamed, ["$set": .document(changes)], fields: ["_id": 1])
    }

    func find(diagramID: String, revision: Int) async throws -> DiagramVersion? {
        try await collection.find(["_id": .string(DiagramVersion.id(diagramID, revision))], as: DiagramVersion.init(document:))
    }

    func findAll(diagramID: String) async throws -> [VersionFacts] {
        let documents = try await collection.find(
            ["diagram_id": .string(diagramID)], sort: ["revision": -1], fields: Self.facts, limit: Self.most)
        return try await collection.translatingErrors { try documents.map(VersionFacts.init(document:)) }
    }

    func removeUnnamed(diagramID: String, revisions: [Int]) async throws {
        let ids = revisions.map { BSONValue.string(DiagramVersion.id(diagramID, $0)) }
        _ = try await collection.deleteMany(["_id": ["$in": .array(ids)], "label": nil])
    }

    func remove(diagramID: String, revision: Int) async throws -> Bool {
        try await collection.findAndRemove(["_id": .string(DiagramVersion.id(diagramID, revision))])
    }
}

extension DiagramVersion {
    var document: BSONDocument {
        [
            "_id": .string(id), "diagram_id": .string(diagramID), "revision": .int(facts.revision), "reason": .string(facts.reason.rawValue),
            "label": .optional(facts.label), "author_id": .optional(facts.authorID), "saved_at": .date(facts.savedAt),
            "name": .string(content.name), "source": .string(content.source), "layout": .string(content.layout),
        ]
    }

    init(document: BSONDocument) throws {
        self.init(
            diagramID: try document.string("diagram_id"),
            content: DiagramContent(
                name: try document.string("name"), source: try document.string("source"), layout: try document.string("layout")),
            facts: try VersionFacts(document: document))
    }
}

extension VersionFacts {
    init(document: BSONDocument) throws {
        self.init(
            revision: try document.int("revision"), reason: try document.name("reason", Reason.self),
            label: try document.optional("label", document.string), authorID: try document.optional("author_id", document.string),
            savedAt: try document.date("saved_at"))
    }
}
