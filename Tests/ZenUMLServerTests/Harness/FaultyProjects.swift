import Domain
import Foundation

/// Projects whose calls something comes between.
struct FaultyProjects: ProjectRepository {
    let base: any ProjectRepository
    let faults: any StoreInterception

    func create(_ project: Project) async throws { try await faults.around { try await base.create(project) } }
    func create(_ projects: [Project]) async throws { try await faults.around { try await base.create(projects) } }
    func find(id: String) async throws -> Project? {
        try await faults.around { try await base.find(id: id) }
    }
    func find(ids: [String]) async throws -> [Project] {
        try await faults.around { try await base.find(ids: ids) }
    }
    func count(ownerID: String) async throws -> Int { try await faults.around { try await base.count(ownerID: ownerID) } }
    func findAll(_ filter: ProjectFilter, _ page: ListPage) async throws -> [Project] {
        try await faults.around { try await base.findAll(filter, page) }
    }
    func update(_ project: Project) async throws -> Bool { try await faults.around { try await base.update(project) } }
    func setOwner(id: String, from former: String, to ownerID: String) async throws -> Bool {
        try await faults.around { try await base.setOwner(id: id, from: former, to: ownerID) }
    }
    func setDeleted(id: String, from: Date?, to: Date?) async throws -> Project? {
        try await faults.around { try await base.setDeleted(id: id, from: from, to: to) }
    }
    func setDeleted(ids: [String], from: Date?, to: Date?) async throws {
        try await faults.around { try await base.setDeleted(ids: ids, from: from, to: to) }
    }
    func beginRemoval(before date: Date) async throws -> [Project] { try await faults.around { try await base.beginRemoval(before: date) } }
    func finishRemoval(id: String) async throws { try await faults.around { try await base.finishRemoval(id: id) } }
    func removeAll(ownerID: String) async throws -> Int { try await faults.around { try await base.removeAll(ownerID: ownerID) } }
}
