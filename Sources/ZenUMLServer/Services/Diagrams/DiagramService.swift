import Domain
import Foundation

/// A person's diagrams. What belongs to somebody else is not found, as what does not exist.
struct DiagramService: Sendable {
    /// How long a diagram or project stays in the trash.
    static let trashLifetime: TimeInterval = 30 * 86_400

    /// At a change of whatever there is.
    private static let mostAttempts = 100

    let projects: any ProjectRepository
    let diagrams: any DiagramRepository
    /// How many a person may have.
    let limit: Int
    let clock: WallClock
    let random: RandomSource

    /// - Throws: ``DomainError/notFound(_:)`` without such a project, ``DomainError/forbidden(_:)`` at the limit; what ``Creation`` throws.
    func create(_ request: DiagramCreate, in projectID: String, key: String?, ownerID: String) async throws -> Diagram {
        try await requireProject(projectID, ownerID: ownerID)
        let content = [request.kind, request.name, request.source, request.layout]
        let creation = Creation(key: key, ownerID: ownerID, purpose: "diagram \(projectID)", content: content, random: random)
        // A repetition makes nothing more, so there is always room for it.
        let isRepetition = key == nil ? false : try await diagrams.find(id: creation.id, ownerID: ownerID) != nil
        if !isRepetition { try await requireRoom(for: 1, ownerID: ownerID) }
        let now = clock.now
        let diagram = Diagram(
            id: creation.id, projectID: projectID, ownerID: ownerID, kind: request.kind,
            content: DiagramContent(name: request.name, source: request.source, layout: request.layout),
            times: RecordTimes(createdAt: now, updatedAt: now), creationFingerprint: creation.fingerprint)
        do {
            try await diagrams.create(diagram)
            return diagram
        } catch let error as DuplicateKeyError where error.key == .id {
            let stored = try await find(creation.id, ownerID: ownerID)
            try creation.checkRepetition(of: stored.creationFingerprint)
            return stored
        }
    }

    /// - Throws: ``DomainError/notFound(_:)``, for those in the trash too.
    func find(_ id: String, ownerID: String) async throws -> Diagram {
        guard let diagram = try await diagrams.find(id: id, ownerID: ownerID), diagram.deletedAt == nil else { throw Self.notFound }
        return diagram
    }

    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/preconditionFailed(current:)`` when it has changed since `revision`.
    func change(_ id: String, _ request: DiagramUpdate, from revision: RevisionMatch, ownerID: String) async throws -> Diagram {
        if let projectID = request.projectID { try await requireProject(projectID, ownerID: ownerID) }
        switch revision {
        case .exactly(let revision):
            if let changed = try await attempt(id, request, from: revision, ownerID: ownerID) { return changed }
            throw DomainError.preconditionFailed(current: try await find(id, ownerID: ownerID))
        case .any:
            // Whatever there is: where others were quicker, what they made is the next to be changed.
            for _ in 0..<Self.mostAttempts {
                let current = try await find(id, ownerID: ownerID).revision
                if let changed = try await attempt(id, request, from: current, ownerID: ownerID) { return changed }
            }
            throw DomainError.overloaded("The diagram is being changed too often at this moment")
        }
    }

    private func attempt(_ id: String, _ request: DiagramUpdate, from revision: Int, ownerID: String) async throws -> Diagram? {
        try await diagrams.change(
            DiagramChange(
                id: id, ownerID: ownerID, revision: revision, projectID: request.projectID, name: request.name, source: request.source,
                layout: request.layout, updatedAt: clock.now))
    }

    /// Moves a diagram to the trash, or removes it for good from wherever it is.
    /// - Throws: ``DomainError/notFound(_:)``.
    func delete(_ id: String, permanently: Bool, ownerID: String) async throws {
        let isDone =
            permanently
            ? try await diagrams.remove(id: id, ownerID: ownerID)
            : try await diagrams.setDeleted(id: id, ownerID: ownerID, from: nil, to: clock.now)
        if !isDone { throw Self.notFound }
    }

    /// Takes a diagram out of the trash; where it went there with its project, the project and all that it holds.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/conflict(_:)`` when the project is gone for good.
    func restore(_ id: String, ownerID: String) async throws -> Diagram {
        guard let diagram = try await diagrams.find(id: id, ownerID: ownerID) else { throw Self.notFound }
        guard let project = try await projects.find(id: diagram.projectID, ownerID: ownerID), !project.isBeingRemoved else {
            throw DomainError.conflict("The project of this diagram has been deleted for good")
        }
        // What it has no time of its own for is not where this says, and stays as it is.
        if let deletedAt = diagram.deletedAt {
            _ = try await diagrams.setDeleted(id: id, ownerID: ownerID, from: deletedAt, to: nil)
        }
        if let deletedAt = project.deletedAt {
            _ = try await projects.setDeleted(id: project.id, ownerID: ownerID, from: deletedAt, to: nil)
        }
        return try await find(id, ownerID: ownerID)
    }

    /// - Throws: ``DomainError/forbidden(_:)`` when the person would have more diagrams than anybody may have.
    func requireRoom(for count: Int, ownerID: String) async throws {
        guard try await diagrams.count(ownerID: ownerID) + count <= limit else {
            throw DomainError.forbidden("Nobody may have more than \(limit) diagrams here; delete some for good first")
        }
    }

    func requireProject(_ id: String, ownerID: String) async throws {
        guard let project = try await projects.find(id: id, ownerID: ownerID), project.deletedAt == nil else { throw ProjectService.notFound }
    }

    static let notFound = DomainError.notFound("No such diagram")
}
