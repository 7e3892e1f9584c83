import Domain
import Foundation

/// A person's projects, and those that are shared with them.
struct ProjectService: Sendable {
    let projects: any ProjectRepository
    let diagrams: any DiagramRepository
    let users: any UserRepository
    let access: AccessService
    /// Per person; nobody needs so many, and everybody may try.
    var limit = 20_000
    let clock: WallClock
    let random: RandomSource

    init(store: any Store, access: AccessService, clock: WallClock, random: RandomSource) {
        projects = store.projects
        diagrams = store.diagrams
        users = store.users
        self.access = access
        self.clock = clock
        self.random = random
    }

    /// - Throws: ``DomainError/forbidden(_:)`` when the person has as many as anybody may have; what ``Creation`` throws.
    func create(_ request: ProjectCreate, key: String?, ownerID: String) async throws -> ProjectOverview {
        let creation = Creation(
            key: key, ownerID: ownerID, purpose: "project", content: [request.name, request.description], random: random)
        // A repetition makes nothing more, so there is always room for it.
        let isRepetition = key == nil ? false : try await projects.find(id: creation.id) != nil
        if !isRepetition { try await requireRoom(for: 1, ownerID: ownerID) }
        let now = clock.now
        let project = Project(
            id: creation.id, ownerID: ownerID, name: request.name, description: request.description,
            times: RecordTimes(createdAt: now, updatedAt: now),
            creationFingerprint: creation.fingerprint)
        do {
            try await projects.create(project)
            return ProjectOverview(project: project, kinds: [:], role: .owner)
        } catch let error as DuplicateKeyError where error.key == .id {
            let stored = try await find(creation.id, userID: ownerID)
            try creation.checkRepetition(of: stored.project.creationFingerprint)
            return stored
        }
    }

    /// - Returns: One more than the page asks for, if there are so many.
    func list(_ filter: ProjectFilter, _ page: ListPage) async throws -> [ProjectOverview] {
        let found = try await projects.findAll(filter, page)
        let counts = try await counts(of: found)
        return found.map { ProjectOverview(project: $0, kinds: counts[$0.id] ?? [:], role: .owner) }
    }

    /// Those of others that are shared with the person.
    /// - Returns: As ``list(_:_:)``.
    func listShared(with userID: String, nameContains part: String?, isArchived: Bool?, _ page: ListPage) async throws -> [ProjectOverview] {
        let live = try await access.liveMemberships(of: userID).filter { $0.target == .project }
        let roles = Dictionary(live.map { ($0.id, $0.member.role) }, uniquingKeysWith: max)
        guard !roles.isEmpty else { return [] }
        let filter = ProjectFilter(.among(roles.keys.sorted()), nameContains: part, isArchived: isArchived)
        let found = try await projects.findAll(filter, page)
        let counts = try await counts(of: found)
        let owners = try await users.find(ids: Array(Set(found.map(\.ownerID))))
        return found.map { project in
            ProjectOverview(
                project: project, kinds: counts[project.id] ?? [:], role: roles[project.id] ?? .viewer,
                ownerName: owners.first { $0.id == project.ownerID }?.name)
        }
    }

    private func counts(of projects: [Project]) async throws -> [String: [String: Int]] {
        projects.isEmpty ? [:] : try await diagrams.counts(projectIDs: projects.map(\.id))
    }

    /// - Throws: ``DomainError/notFound(_:)`` for those in the trash, and for those that the person may not see, alike.
    func find(_ id: String, userID: String) async throws -> ProjectOverview {
        try await overview(try await access.project(id, for: userID, atLeast: .viewer))
    }

    private func overview(_ access: ProjectAccess) async throws -> ProjectOverview {
        let project = access.project
        let owner = access.role == .owner ? nil : try await users.find(id: project.ownerID)
        return ProjectOverview(
            project: project, kinds: try await counts(of: [project])[project.id] ?? [:], role: access.role, ownerName: owner?.name)
    }

    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``.
    func update(_ id: String, _ request: ProjectUpdate, userID: String) async throws -> ProjectOverview {
        let found = try await access.project(id, for: userID, atLeast: request.isArchived == nil ? .editor : .owner)
        var project = found.project
        project.name = request.name ?? project.name
        project.description = request.description ?? project.description
        project.isArchived = request.isArchived ?? project.isArchived
        guard project != found.project else { return try await overview(found) }
        project.updatedAt = clock.now
        guard try await projects.update(project) else { throw AccessService.noProject }
        return try await overview(ProjectAccess(project: project, role: found.role))
    }

    /// Moves a project to the trash, and so all that it holds.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``.
    func delete(_ id: String, userID: String) async throws {
        let project = try await access.project(id, for: userID, atLeast: .owner, evenInTrash: true).project
        // One that is there already has been moved by an earlier attempt.
        guard !project.isBeingRemoved else { throw AccessService.noProject }
        _ = try await projects.setDeleted(id: id, from: nil, to: clock.now)
    }

    /// Takes a project out of the trash, with the diagrams that were not moved there themselves.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``.
    func restore(_ id: String, userID: String) async throws -> ProjectOverview {
        let project = try await access.project(id, for: userID, atLeast: .owner, evenInTrash: true).project
        guard !project.isBeingRemoved else { throw AccessService.noProject }
        if let deletedAt = project.deletedAt { _ = try await projects.setDeleted(id: id, from: deletedAt, to: nil) }
        return try await find(id, userID: userID)
    }

    /// - Throws: ``DomainError/forbidden(_:)`` when the person would have more projects than anybody may have.
    func requireRoom(for count: Int, ownerID: String) async throws {
        guard try await projects.count(ownerID: ownerID) + count <= limit else { throw tooMany }
    }

    var tooMany: DomainError { .forbidden("Nobody may have more than \(limit) projects here; delete some for good first") }

}
