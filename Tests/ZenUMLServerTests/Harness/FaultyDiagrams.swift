import Domain
import Foundation

/// Diagrams whose calls something comes between.
struct FaultyDiagrams: DiagramRepository {
    let base: any DiagramRepository
    let faults: any StoreInterception

    func create(_ diagram: Diagram) async throws { try await faults.around { try await base.create(diagram) } }
    func create(_ diagrams: [Diagram]) async throws { try await faults.around { try await base.create(diagrams) } }
    func find(id: String) async throws -> Diagram? {
        try await faults.around { try await base.find(id: id) }
    }
    func findAll(projectID: String, _ page: ListPage) async throws -> [DiagramSummary] {
        try await faults.around { try await base.findAll(projectID: projectID, page) }
    }
    func findAll(ids: [String]) async throws -> [DiagramSummary] { try await faults.around { try await base.findAll(ids: ids) } }
    func findAll(ids: [String], around words: SearchWords) async throws -> [FoundDiagram] {
        try await faults.around { try await base.findAll(ids: ids, around: words) }
    }
    func findRecent(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary] {
        try await faults.around { try await base.findRecent(ownerID: ownerID, after: position, limit: limit) }
    }
    func findDeleted(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary] {
        try await faults.around { try await base.findDeleted(ownerID: ownerID, after: position, limit: limit) }
    }
    func change(_ change: DiagramChange) async throws -> Diagram? { try await faults.around { try await base.change(change) } }
    func projectIDs(ownerID: String) async throws -> [String] { try await faults.around { try await base.projectIDs(ownerID: ownerID) } }
    func usage(projectID: String) async throws -> StorageUsage { try await faults.around { try await base.usage(projectID: projectID) } }
    func setOwner(_ ownerID: String, projectID: String) async throws -> Int {
        try await faults.around { try await base.setOwner(ownerID, projectID: projectID) }
    }
    func setDeleted(id: String, from: Date?, to: Date?) async throws -> Bool {
        try await faults.around { try await base.setDeleted(id: id, from: from, to: to) }
    }
    func removeAll(projectID: String) async throws -> Int { try await faults.around { try await base.removeAll(projectID: projectID) } }
    func remove(id: String) async throws -> Bool { try await faults.around { try await base.remove(id: id) } }
    func removeDeleted(before date: Date) async throws -> Int { try await faults.around { try await base.removeDeleted(before: date) } }
    func removeAll(ownerID: String) async throws -> Int { try await faults.around { try await base.removeAll(ownerID: ownerID) } }
    func usage(ownerID: String) async throws -> StorageUsage { try await faults.around { try await base.usage(ownerID: ownerID) } }
    func counts(projectIDs: [String]) async throws -> [String: [String: Int]] {
        try await faults.around { try await base.counts(projectIDs: projectIDs) }
    }
    func search(_ words: SearchWords, in scope: SearchScope, limit: Int) async throws -> [SearchHit] {
        try await faults.around { try await base.search(words, in: scope, limit: limit) }
    }
}
