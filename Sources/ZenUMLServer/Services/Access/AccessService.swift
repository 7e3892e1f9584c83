import Domain
import Foundation

/// Decides who may do what.
///
/// Somebody's role is the highest of what they are as the owner, by the project's access list, and by the diagram's own. It is found anew
/// for each request and copied nowhere, so nothing has to be brought up to date when a diagram is moved or a list changes.
struct AccessService: Sendable {
    /// In seconds. Less than the 5 s within which an end elsewhere must be known.
    static let lifetime: TimeInterval = 3
    /// Of what is shared with somebody, lists show so much.
    private static let mostShared = 5000

    private let projects: any ProjectRepository
    private let diagrams: any DiagramRepository
    private let lists: any AccessListRepository
    private let clock: WallClock
    private let invalidation: (any CacheInvalidation)?
    private let cache = BoundedCache<String, AccessList?>(limit: 20_000)

    init(store: any Store, clock: WallClock, invalidation: (any CacheInvalidation)? = nil) {
        projects = store.projects
        diagrams = store.diagrams
        lists = store.accessLists
        self.clock = clock
        self.invalidation = invalidation
    }

    /// - Parameter evenInTrash: Whether one in the trash will do.
    /// - Throws: ``DomainError/notFound(_:)`` when the person may not even see it, ``DomainError/forbidden(_:)`` when their role is too low.
    func project(_ id: String, for userID: String, atLeast needed: Role, evenInTrash: Bool = false) async throws -> ProjectAccess {
        guard let project = try await projects.find(id: id), evenInTrash || project.deletedAt == nil,
            let role = try await role(of: userID, owner: project.ownerID, in: [project.id])
        else { throw Self.noProject }
        try Self.require(needed, role)
        return ProjectAccess(project: project, role: role)
    }

    /// As ``project(_:for:atLeast:evenInTrash:)``.
    func diagram(_ id: String, for userID: String, atLeast needed: Role, evenInTrash: Bool = false) async throws -> DiagramAccess {
        guard let diagram = try await diagrams.find(id: id), evenInTrash || diagram.deletedAt == nil,
            let role = try await role(of: userID, owner: diagram.ownerID, in: [diagram.projectID, diagram.id])
        else { throw Self.noDiagram }
        try Self.require(needed, role)
        return DiagramAccess(diagram: diagram, role: role)
    }

    /// What is shared with somebody at this moment, asked for afresh.
    func liveMemberships(of userID: String) async throws -> [Membership] {
        let now = clock.now
        return try await lists.memberships(of: userID, limit: Self.mostShared).filter { $0.member.isLive(at: now) }
    }

    /// - Throws: ``DomainError/notFound(_:)`` when it is gone for good.
    func requireExistence(of target: AccessList.Target, _ id: String) async throws {
        switch target {
        case .project: if try await projects.find(id: id) == nil { throw Self.noProject }
        case .diagram: if try await diagrams.find(id: id) == nil { throw Self.noDiagram }
        }
    }

    /// Called where a list has changed: what is remembered of it counts no longer.
    func forget(_ id: String) {
        drop(id)
        invalidation?.publish(RememberedName.access(id).text)
    }

    /// What has changed on another server.
    func drop(_ id: String) {
        cache.remove(id)
    }

    func dropAll() {
        cache.remove { _, _ in true }
    }

    private func role(of userID: String, owner: String, in ids: [String]) async throws -> Role? {
        if userID == owner { return .owner }
        let now = clock.now
        var highest: Role?
        for list in try await find(ids, at: now) {
            for member in list.members where member.userID == userID && member.isLive(at: now) { highest = max(highest ?? member.role, member.role) }
        }
        return highest
    }

    private func find(_ ids: [String], at now: Date) async throws -> [AccessList] {
        let remembered = ids.map { cache.value(for: $0, at: now) }
        let missing = zip(ids, remembered).filter { $1 == nil }.map(\.0)
        if missing.isEmpty { return remembered.compactMap { $0 ?? nil } }
        let generation = cache.generation
        let found = try await lists.find(ids: missing)
        for id in missing {
            cache.store(found.first { $0.id == id }, for: id, until: now + Self.lifetime, at: now, generation: generation)
        }
        return remembered.compactMap { $0 ?? nil } + found
    }

    static let noProject = DomainError.notFound("No such project")
    static let noDiagram = DomainError.notFound("No such diagram")

    private static func require(_ needed: Role, _ role: Role) throws {
        guard role >= needed else {
            throw DomainError.forbidden("You are \(role.rawValue) here, and this takes the role \(needed.rawValue)")
        }
    }
}
