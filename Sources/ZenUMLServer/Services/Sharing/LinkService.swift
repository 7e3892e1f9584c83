import Domain
import Foundation

/// What those can do who have got a link.
struct LinkService: Sendable {
    private static let mostDiagrams = 100

    let projects: any ProjectRepository
    let diagrams: any DiagramRepository
    let users: any UserRepository
    let sharing: SharingService
    let clock: WallClock

    init(store: any Store, sharing: SharingService, clock: WallClock) {
        projects = store.projects
        diagrams = store.diagrams
        users = store.users
        self.sharing = sharing
        self.clock = clock
    }

    /// What a link leads to. One for viewing shows it, without an account too; of a project the first hundred diagrams.
    /// - Parameter diagramID: One of the diagrams of a project that a link for viewing leads to.
    /// - Throws: ``DomainError/notFound(_:)``, the same for every link that leads nowhere.
    func open(_ token: String, diagramID: String?) async throws -> SharedResponse {
        let (list, link) = try await find(token)
        guard let role = link.kind.role else { throw Self.notFound }
        let target = try await target(of: list)
        let owner = try await users.find(id: target.ownerID)
        var response = SharedResponse(target: SharedTarget(list), name: target.name, role: role, ownerName: owner?.name)
        // An invitation is for whoever signs in by it.
        guard link.kind == .view, link.invitation == nil else { return response }
        switch SharedTarget(list) {
        case .project(let id):
            let found = try await diagrams.findAll(projectID: id, ListPage(.name, limit: Self.mostDiagrams + 1))
            (response.diagrams, response.hasMoreDiagrams) = (Array(found.prefix(Self.mostDiagrams)), found.count > Self.mostDiagrams)
            if let diagramID { response.diagram = try await diagram(diagramID) { $0.projectID == id } }
        case .diagram(let id):
            response.diagram = try await diagram(id) { diagramID == nil || diagramID == $0.id }
        }
        return response
    }

    /// Makes somebody a member. To repeat it changes nothing, nor does it for those to whom the owner has given a role.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/conflict(_:)`` with too many members.
    func accept(_ token: String, userID: String) async throws -> SharedResponse {
        let (list, link) = try await find(token, acceptedBy: userID)
        guard let role = link.kind.role else { throw Self.notFound }
        let target = try await target(of: list)
        let response = SharedResponse(target: SharedTarget(list), name: target.name, role: role, ownerName: nil)
        guard target.ownerID != userID else { return response }
        let now = clock.now
        try await sharing.modify(SharedTarget(list)) { list in
            guard let link = list.links.first(where: { $0.id == link.id }) else { throw Self.notFound }
            let former = list
            try list.join(userID, role, by: link, at: now)
            if list != former { list.note(AccessEvent(at: now, actorID: userID, action: .joined, memberID: userID, detail: role.rawValue)) }
        }
        return response
    }

    /// Whether the token has just been found to be a link's: nobody has to look it up.
    func remembers(_ token: String) -> Bool {
        sharing.remembers(token: OpaqueToken.hash(token))
    }

    /// The diagram whose newest picture a link shows, without its source: whoever asks has it mostly.
    /// - Throws: ``DomainError/notFound(_:)``.
    func pictured(_ token: String) async throws -> DiagramSummary {
        let (list, link) = try await find(token)
        guard link.kind == .picture, let found = try await diagrams.findAll(ids: [list.id]).first else { throw Self.notFound }
        return found
    }

    /// - Throws: ``DomainError/notFound(_:)``.
    func drawn(_ pictured: DiagramSummary) async throws -> Diagram {
        try await diagram(pictured.id) { _ in true }
    }

    /// - Parameter userID: Whose acceptance of an invitation may be a repetition of the first.
    private func find(_ token: String, acceptedBy userID: String? = nil) async throws -> (AccessList, AccessLink) {
        let hash = OpaqueToken.hash(token)
        guard let list = try await sharing.find(byToken: hash), let link = list.links.first(where: { $0.tokenHash == hash }),
            link.isLive(at: clock.now) || (userID != nil && link.invitation?.acceptedBy == userID)
        else { throw Self.notFound }
        return (list, link)
    }

    private func target(of list: AccessList) async throws -> (name: String, ownerID: String) {
        switch SharedTarget(list) {
        case .project(let id):
            guard let project = try await projects.find(id: id), project.deletedAt == nil else { throw Self.notFound }
            return (project.name, project.ownerID)
        case .diagram(let id):
            let diagram = try await diagram(id) { _ in true }
            return (diagram.name, diagram.ownerID)
        }
    }

    private func diagram(_ id: String, where isShared: (Diagram) -> Bool) async throws -> Diagram {
        guard let diagram = try await diagrams.find(id: id), diagram.deletedAt == nil, isShared(diagram) else { throw Self.notFound }
        return diagram
    }

    static let notFound = DomainError.notFound("This link leads nowhere; it may have been ended")
}
