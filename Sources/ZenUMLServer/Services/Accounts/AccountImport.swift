import Domain
import Foundation
import NIOPosix

/// Makes new projects and diagrams of an export.
///
/// Until all of it is there, the projects are in the trash; then one change brings them out. So an import that is broken off leaves nothing
/// that is in use, and its repetition with the same key goes on.
struct AccountImport {
    /// How much is stored at once: others are to wait for a moment only.
    private static let mostBytesAtOnce = 512 << 10
    private static let mostAtOnce = 50

    let projects: ProjectService
    let diagrams: DiagramService
    /// The header `Idempotency-Key`.
    let key: String?
    let ownerID: String

    /// - Parameter bytes: A zip file.
    /// - Returns: How many were made.
    /// - Throws: ``DomainError/validation(_:)`` when it is no export; ``DomainError/forbidden(_:)`` at the limit of projects or diagrams;
    ///   ``DomainError/storageFull(_:)``; ``DomainError/notConfigured(_:)`` without libarchive.
    func read(_ bytes: [UInt8]) async throws -> (projects: Int, diagrams: Int) {
        let contents = try await NIOThreadPool.singleton.runIfActive { try ExportContents(bytes) }
        guard contents.projects.count <= projects.limit else { throw projects.tooMany }
        let now = projects.clock.now
        let targets = try await NIOThreadPool.singleton.runIfActive { try self.targets(contents, at: now) }
        let made = (projects: targets.count, diagrams: contents.usage.count)
        let earlier = try await earlierAttempt(targets)
        if key != nil, earlier.count == targets.count, !earlier.contains(where: Self.isUnfinished) { return made }
        try await requireRoom(for: contents.usage, in: targets.count, besides: earlier)
        try await store(targets, contents)
        return made
    }

    /// In the trash, since the moment at which they are made: by that an unfinished import is told from what was deleted later.
    private func targets(_ contents: ExportContents, at now: Date) throws -> [Project] {
        try contents.projects.enumerated().map { index, project in
            let request = try ExportContents.request(project)
            let creation = self.creation(["project", "\(index)"], [contents.digest])
            return Project(
                id: creation.id, ownerID: ownerID, name: request.name, description: request.description, isArchived: project.archived,
                times: RecordTimes(createdAt: now, updatedAt: now, deletedAt: now), creationFingerprint: creation.fingerprint)
        }
    }

    private static func isUnfinished(_ project: Project) -> Bool { project.deletedAt == project.createdAt }

    /// The projects that an earlier request with the same key has made.
    /// - Throws: ``DomainError/validation(_:)`` when that was for something else.
    private func earlierAttempt(_ targets: [Project]) async throws -> [Project] {
        guard key != nil, !targets.isEmpty else { return [] }
        let wanted = Dictionary(firstOf: targets.map { ($0.id, $0.creationFingerprint) })
        let there = try await projects.projects.find(ids: targets.map(\.id)).filter { !$0.isBeingRemoved }
        guard there.allSatisfy({ $0.creationFingerprint == wanted[$0.id] }) else {
            throw DomainError.validation([
                FieldError(location: ["header", "Idempotency-Key"], message: "The key was used for another request", type: "idempotency_key")
            ])
        }
        return there
    }

    /// For what an earlier attempt has not made yet.
    private func requireRoom(for all: StorageUsage, in projectCount: Int, besides earlier: [Project]) async throws {
        var rest = all
        for project in earlier {
            let there = try await diagrams.diagrams.usage(projectID: project.id)
            rest = StorageUsage(count: max(0, rest.count - there.count), bytes: max(0, rest.bytes - there.bytes))
        }
        try await projects.requireRoom(for: projectCount - earlier.count, ownerID: ownerID)
        try await diagrams.quota.requireRoom(for: rest, ownerID: ownerID)
    }

    private func store(_ targets: [Project], _ contents: ExportContents) async throws {
        for start in stride(from: 0, to: targets.count, by: Self.mostAtOnce) {
            try await projects.projects.create(Array(targets[start..<min(start + Self.mostAtOnce, targets.count)]))
        }
        for (index, project) in contents.projects.enumerated() {
            try await storeDiagrams(of: project, index, in: targets[index], contents)
        }
        // An earlier attempt may have made them at another time.
        let made = try await projects.projects.find(ids: targets.map(\.id)).filter(Self.isUnfinished)
        for (time, some) in Dictionary(grouping: made, by: \.deletedAt) {
            try await projects.projects.setDeleted(ids: some.map(\.id), from: time, to: nil)
        }
    }

    private func storeDiagrams(
        of project: ExportManifest.Project, _ index: Int, in target: Project, _ contents: ExportContents
    ) async throws {
        var batch: [Domain.Diagram] = []
        var bytes = 0
        for (number, entry) in project.diagrams.enumerated() {
            guard let request = try contents.request(entry) else { continue }
            let id = creation(["diagram", "\(index)", "\(number)"], []).id
            batch.append(diagram(request, id, in: target, isDeleted: entry.deleted, try ExportContents.times(entry)))
            bytes += request.content.bytes
            if bytes < Self.mostBytesAtOnce, batch.count < Self.mostAtOnce { continue }
            try await diagrams.diagrams.create(batch)
            (batch, bytes) = ([], 0)
        }
        if !batch.isEmpty { try await diagrams.diagrams.create(batch) }
    }

    private func creation(_ place: [String], _ content: [String]) -> Creation {
        Creation(
            key: key.map { ([$0] + place).joined(separator: " ") }, ownerID: ownerID, purpose: "import", content: content, random: projects.random)
    }

    /// Its times are those of the export, by which lists are in the same order again; but never later than now, if clocks differ.
    private func diagram(
        _ request: DiagramCreate, _ id: String, in project: Project, isDeleted: Bool, _ times: (created: Date, updated: Date)
    ) -> Domain.Diagram {
        let now = project.createdAt
        return Domain.Diagram(
            id: id, projectID: project.id, ownerID: ownerID, kind: request.kind,
            content: request.content,
            times: RecordTimes(
                createdAt: min(times.created, now), updatedAt: min(times.updated, now),
                deletedAt: isDeleted ? now.addingTimeInterval(-1) : nil))
    }
}
