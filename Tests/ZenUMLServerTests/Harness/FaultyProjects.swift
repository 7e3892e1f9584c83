import Domain
import Foundation

/// Projects whose calls fail when ``StoreFaults`` says so.
struct FaultyProjects: ProjectRepository {
    let base: any ProjectRepository
    let faults: StoreFaults

    func create(_ project: Project) async throws { try await faults.around { try await base.create(project) } }
    func find(id: String, ownerID: String) async throws -> Project? {
        try await faults.around { try await base.find(id: id, ownerID: ownerID) }
    }
    func find(ids: [String], ownerID: String) async throws -> [Project] {
        try await faults.around { try await base.find(ids: ids, ownerID: ownerID) }
    }
    func count(ownerID: String) async throws -> Int { try await faults.around { try await base.count(ownerID: ownerID) } }
    func findAll(_ filter: ProjectFilter, _ page: ListPage) async throws -> [Project] {
        try await faults.around { try await base.findAll(filter, page) }
    }
    func update(_ project: Project) async throws -> Bool { try await faults.around { try await base.update(project) } }
    func setDeleted(id: String, ownerID: String, from: Date?, to: Date?) async throws -> Project? {
        try await faults.around { try await base.setDeleted(id: id, ownerID: ownerID, from: from, to: to) }
    }
    func removeDeleted(before date: Date) async throws -> Int { try await faults.around { try await base.removeDeleted(before: date) } }
    func removeAll(ownerID: String) async throws -> Int { try await faults.around { try await base.removeAll(ownerID: ownerID) } }
}
