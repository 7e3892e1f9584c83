import Domain
import Foundation

/// Diagrams. What somebody may not see is not found, as what does not exist.
struct DiagramService: Sendable {
    /// How long a diagram or project stays in the trash.
    static let trashLifetime: TimeInterval = 30 * 86_400

    /// At a change of whatever there is.
    private static let mostAttempts = 100

    let projects: any ProjectRepository
    let diagrams: any DiagramRepository
    let users: any UserRepository
    let access: AccessService
    let checkpoints: Checkpoints
    let quota: StorageQuota
    let clock: WallClock
    let random: RandomSource

    init(store: any Store, access: AccessService, checkpoints: Checkpoints, quota: StorageQuota, clock: WallClock, random: RandomSource) {
        projects = store.projects
        diagrams = store.diagrams
        users = store.users
        self.access = access
        self.checkpoints = checkpoints
        self.quota = quota
        self.clock = clock
        self.random = random
    }

    /// Makes a diagram, which belongs to whoever the project belongs to.
    /// - Throws: ``DomainError/notFound(_:)`` without such a project, ``DomainError/forbidden(_:)`` at the limit or with too low a role, ``DomainError/storageFull(_:)``; what
    ///   ``Creation`` throws.
    func create(_ request: DiagramCreate, in projectID: String, key: String?, userID: String) async throws -> DiagramAccess {
        let found = try await access.project(projectID, for: userID, atLeast: .editor)
        let content = [request.kind, request.name, request.source, request.layout]
        let creation = Creation(key: key, ownerID: userID, purpose: "diagram \(projectID)", content: content, random: random)
        let ownerID = found.project.ownerID
        // A repetition makes nothing more, so there is always room for it.
        let isRepetition = key == nil ? false : try await diagrams.find(id: creation.id) != nil
        if !isRepetition { try await quota.requireRoom(for: StorageUsage(count: 1, bytes: request.content.bytes), ownerID: ownerID) }
        let now = clock.now
        let diagram = Diagram(
            id: creation.id, projectID: projectID, ownerID: ownerID, kind: request.kind, content: request.content,
            times: RecordTimes(createdAt: now, updatedAt: now), history: .init(changedBy: userID), creationFingerprint: creation.fingerprint)
        do {
            try await diagrams.create(diagram)
            try await followOwner(of: diagram)
            return DiagramAccess(diagram: diagram, role: found.role)
        } catch let error as DuplicateKeyError where error.key == .id {
            let stored = try await find(creation.id, userID: userID)
            try creation.checkRepetition(of: stored.diagram.creationFingerprint)
            return stored
        }
    }

    /// The project may have been handed over while the diagram was made or moved.
    private func followOwner(of diagram: Diagram) async throws {
        guard let project = try await projects.find(id: diagram.projectID), project.ownerID != diagram.ownerID else { return }
        _ = try await diagrams.setOwner(project.ownerID, projectID: project.id)
    }

    /// - Throws: ``DomainError/notFound(_:)``, for those in the trash too.
    func find(_ id: String, userID: String) async throws -> DiagramAccess {
        try await access.diagram(id, for: userID, atLeast: .viewer)
    }

    /// - Parameter reason: Why what is there is kept as a version, whatever it is; `nil` where ``Checkpoints`` decide.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``, ``DomainError/storageFull(_:)``,
    ///   ``DomainError/preconditionFailed(current:)`` when it has changed since `revision`.
    func change(
        _ id: String, _ request: DiagramUpdate, from revision: RevisionMatch, keeping reason: VersionFacts.Reason? = nil, userID: String
    ) async throws -> DiagramAccess {
        var found = try await access.diagram(id, for: userID, atLeast: .editor)
        try await requireMove(of: found, to: request.projectID, userID: userID)
        switch revision {
        case .exactly(let revision):
            if let changed = try await attempt(request, on: found.diagram, from: revision, keeping: reason, userID: userID) {
                return DiagramAccess(diagram: changed, role: found.role)
            }
            throw DomainError.preconditionFailed(current: try await find(id, userID: userID).diagram)
        case .any:
            // Whatever there is: where others were quicker, what they made is the next to be changed.
            for _ in 0..<Self.mostAttempts {
                let current = found.diagram
                if let changed = try await attempt(request, on: current, from: current.revision, keeping: reason, userID: userID) {
                    return DiagramAccess(diagram: changed, role: found.role)
                }
                found = try await access.diagram(id, for: userID, atLeast: .editor)
            }
            throw DomainError.overloaded("The diagram is being changed too often at this moment")
        }
    }

    /// - Returns: `nil` when somebody was quicker.
    private func attempt(
        _ request: DiagramUpdate, on current: Diagram, from revision: Int, keeping reason: VersionFacts.Reason?, userID: String
    ) async throws -> Diagram? {
        guard current.revision == revision else { return nil }
        try await quota.requireRoom(forGrowthBy: request.growth(of: current.content), ownerID: current.ownerID)
        let now = clock.now
        let isKept = try await checkpoints.keepIfDue(current, before: request, as: reason, at: now)
        let changed = try await diagrams.change(
            DiagramChange(
                id: current.id, revision: revision, projectID: request.projectID, name: request.name, source: request.source,
                layout: request.layout, updatedAt: now, changedBy: userID, checkpointAt: isKept ? now : nil))
        if request.projectID != nil, let changed { try await followOwner(of: changed) }
        return changed
    }

    /// Who moves a diagram decides about it in both projects, and both belong to the same person: it keeps its owner.
    private func requireMove(of found: DiagramAccess, to projectID: String?, userID: String) async throws {
        guard let projectID, projectID != found.diagram.projectID else { return }
        let target = try await access.project(projectID, for: userID, atLeast: .owner)
        guard found.role == .owner else { throw DomainError.forbidden("Only its owner can move a diagram to another project") }
        guard target.project.ownerID == found.diagram.ownerID else {
            throw DomainError.conflict("That project belongs to somebody else; make a copy of the diagram there")
        }
    }

    /// Moves a diagram to the trash, or removes it for good from wherever it is.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``.
    func delete(_ id: String, permanently: Bool, userID: String) async throws {
        let found = try await access.diagram(id, for: userID, atLeast: permanently ? .owner : .editor, evenInTrash: true)
        // What a project took along to the trash is for its owner to sort out.
        guard found.role == .owner || found.diagram.deletedAt == nil else { throw AccessService.noDiagram }
        let isDone =
            permanently ? try await diagrams.remove(id: id) : try await diagrams.setDeleted(id: id, from: nil, to: clock.now)
        if !isDone { throw AccessService.noDiagram }
    }

    /// Takes a diagram out of the trash; where it went there with its project, the project and all that it holds.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``, ``DomainError/conflict(_:)`` when the project is gone for good.
    func restore(_ id: String, userID: String) async throws -> DiagramAccess {
        let found = try await access.diagram(id, for: userID, atLeast: .editor, evenInTrash: true)
        guard let project = try await projects.find(id: found.diagram.projectID), !project.isBeingRemoved else {
            throw DomainError.conflict("The project of this diagram has been deleted for good")
        }
        // Its history may have gone already.
        guard found.diagram.deletedAt != Project.removal else { throw AccessService.noDiagram }
        if project.deletedAt != nil { _ = try await access.project(project.id, for: userID, atLeast: .owner, evenInTrash: true) }
        // What it has no time of its own for is not where this says, and stays as it is.
        if let deletedAt = found.diagram.deletedAt { _ = try await diagrams.setDeleted(id: id, from: deletedAt, to: nil) }
        if let deletedAt = project.deletedAt { _ = try await projects.setDeleted(id: project.id, from: deletedAt, to: nil) }
        return try await find(id, userID: userID)
    }
}
