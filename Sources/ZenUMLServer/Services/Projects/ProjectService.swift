import Domain
import Foundation

/// A person's projects.
struct ProjectService: Sendable {
    let projects: any ProjectRepository
    let diagrams: any DiagramRepository
    /// Per person; nobody needs so many, and everybody may try.
    var limit = 20_000
    let clock: WallClock
    let random: RandomSource

    /// - Throws: ``DomainError/forbidden(_:)`` when the person has as many as anybody may have; what ``Creation`` throws.
    func create(_ request: ProjectCreate, key: String?, ownerID: String) async throws -> ProjectOverview {
        let creation = Creation(
            key: key, ownerID: ownerID, purpose: "project", content: [request.name, request.description], random: random)
        // A repetition makes nothing more, so there is always room for it.
        let isRepetition = key == nil ? false : try await projects.find(id: creation.id, ownerID: ownerID) != nil
        if !isRepetition { try await requireRoom(for: 1, ownerID: ownerID) }
        let now = clock.now
        let project = Project(
            id: creation.id, ownerID: ownerID, name: request.name, description: request.description,
            times: RecordTimes(createdAt: now, updatedAt: now),
            creationFingerprint: creation.fingerprint)
        do {
            try await projects.create(project)
            return ProjectOverview(project: project, kinds: [:])
        } catch let error as DuplicateKeyError where error.key == .id {
            let stored = try await find(creation.id, ownerID: ownerID)
            try creation.checkRepetition(of: stored.project.creationFingerprint)
            return stored
        }
    }

    /// - Returns: One more than the page asks for, if there are so many.
    func list(_ filter: ProjectFilter, _ page: ListPage) async throws -> [ProjectOverview] {
        let found = try await projects.findAll(filter, page)
        let counts = found.isEmpty ? [:] : try await diagrams.counts(projectIDs: found.map(\.id))
        return found.map { ProjectOverview(project: $0, kinds: counts[$0.id] ?? [:]) }
    }

    /// - Throws: ``DomainError/notFound(_:)`` for those in the trash, and for other people's, alike.
    func find(_ id: String, ownerID: String) async throws -> ProjectOverview {
        guard let project = try await projects.find(id: id, ownerID: ownerID), project.deletedAt == nil else { throw Self.notFound }
        return ProjectOverview(project: project, kinds: try await diagrams.counts(projectIDs: [id])[id] ?? [:])
    }

    /// - Throws: ``DomainError/notFound(_:)``.
    func update(_ id: String, _ request: ProjectUpdate, ownerID: String) async throws -> ProjectOverview {
        let overview = try await find(id, ownerID: ownerID)
        var project = overview.project
        project.name = request.name ?? project.name
        project.description = request.description ?? project.description
        project.isArchived = request.isArchived ?? project.isArchived
        guard project != overview.project else { return overview }
        project.updatedAt = clock.now
        guard try await projects.update(project) else { throw Self.notFound }
        return ProjectOverview(project: project, kinds: overview.kinds)
    }

    /// Moves a project to the trash, and so all that it holds.
    /// - Throws: ``DomainError/notFound(_:)``.
    func delete(_ id: String, ownerID: String) async throws {
        if try await projects.setDeleted(id: id, ownerID: ownerID, from: nil, to: clock.now) != nil { return }
        // One that is there already has been moved by an earlier attempt.
        guard let project = try await projects.find(id: id, ownerID: ownerID), !project.isBeingRemoved else { throw Self.notFound }
    }

    /// Takes a project out of the trash, with the diagrams that were not moved there themselves.
    /// - Throws: ``DomainError/notFound(_:)``.
    func restore(_ id: String, ownerID: String) async throws -> ProjectOverview {
        guard let project = try await projects.find(id: id, ownerID: ownerID), !project.isBeingRemoved else { throw Self.notFound }
        if let deletedAt = project.deletedAt {
            _ = try await projects.setDeleted(id: id, ownerID: ownerID, from: deletedAt, to: nil)
        }
        return try await find(id, ownerID: ownerID)
    }

    /// - Throws: ``DomainError/forbidden(_:)`` when the person would have more projects than anybody may have.
    func requireRoom(for count: Int, ownerID: String) async throws {
        guard try await projects.count(ownerID: ownerID) + count <= limit else { throw tooMany }
    }

    var tooMany: DomainError { .forbidden("Nobody may have more than \(limit) projects here; delete some for good first") }

    static let notFound = DomainError.notFound("No such project")
}
