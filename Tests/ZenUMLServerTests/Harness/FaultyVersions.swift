import Domain

/// Versions whose calls something comes between.
struct FaultyVersions: VersionRepository {
    let base: any VersionRepository
    let faults: any StoreInterception

    func create(_ version: DiagramVersion) async throws { try await faults.around { try await base.create(version) } }
    func find(diagramID: String, revision: Int) async throws -> DiagramVersion? {
        try await faults.around { try await base.find(diagramID: diagramID, revision: revision) }
    }
    func findAll(diagramID: String) async throws -> [VersionFacts] {
        try await faults.around { try await base.findAll(diagramID: diagramID) }
    }
    func removeUnnamed(diagramID: String, revisions: [Int]) async throws {
        try await faults.around { try await base.removeUnnamed(diagramID: diagramID, revisions: revisions) }
    }
    func remove(diagramID: String, revision: Int) async throws -> Bool {
        try await faults.around { try await base.remove(diagramID: diagramID, revision: revision) }
    }
}
