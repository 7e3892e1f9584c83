import Domain
import Foundation

/// Gives projects to others, and tells what somebody shares who is about to leave.
struct HandOverService: Sendable {
    private static let mostLists = 1000
    private static let noMember = DomainError.notFound("No such member")
    static let mostProjects = 100

    let users: any UserRepository
    let removedAccounts: any RemovedAccountRepository
    let accessLists: any AccessListRepository
    let access: AccessService
    let projects: ProjectService
    let diagrams: DiagramService
    let sharing: SharingService
    let queue: JobQueue
    let clock: WallClock

    /// Gives a project, with all that it holds, to one of its members; the former owner stays as an editor.
    ///
    /// The job is there before anything has changed, and brings to an end what breaks off.
    /// - Throws: ``DomainError/forbidden(_:)`` for all but the owner in person, ``DomainError/notFound(_:)`` without such a member,
    ///   ``DomainError/conflict(_:)`` when the member has no room for it.
    func handOver(_ projectID: String, to memberID: String, userID: String) async throws {
        let project = try await access.project(projectID, for: userID, atLeast: .viewer).project
        // A repetition, by somebody who did not get the answer: it may have broken off.
        if project.ownerID == memberID { return try await finish(projectID) }
        guard project.ownerID == userID else { throw DomainError.forbidden("Only the owner in person can hand a project over") }
        try await requireMember(memberID, of: projectID)
        try await requireRoom(for: projectID, memberID)
        try await queue.add(
            .handOver, named: "\(projectID) \(memberID)", HandOverJob.Payload(projectID: projectID), after: HandOverJob.delay)
        try await keepAsEditor(userID, of: projectID, beside: memberID)
        guard try await projects.projects.setOwner(id: projectID, from: userID, to: memberID) else { throw AccessService.noProject }
        try await requireStaying(memberID, with: projectID, from: userID)
        try await finish(projectID, note: AccessEvent(at: clock.now, actorID: userID, action: .handedOver, memberID: memberID))
    }

    /// Makes all that a project holds its owner's, who is no member besides.
    /// - Parameter event: What is noted of it.
    func finish(_ projectID: String, note event: AccessEvent? = nil) async throws {
        // It may be handed on meanwhile, by its new owner.
        var settled: String?
        while let project = try await projects.projects.find(id: projectID), project.ownerID != settled {
            _ = try await diagrams.diagrams.setOwner(project.ownerID, projectID: projectID)
            settled = project.ownerID
        }
        guard let settled else { return }
        try await sharing.modify(.project(projectID)) { list in
            list.members.removeAll { $0.userID == settled }
            if let event { list.note(event) }
        }
    }

    private func keepAsEditor(_ userID: String, of projectID: String, beside memberID: String) async throws {
        let now = clock.now
        try await sharing.modify(.project(projectID)) { list in
            guard list.hasMember(memberID, at: now) else { throw Self.noMember }
            list.members.removeAll { $0.userID == userID }
            list.members.append(Member(userID: userID, role: .editor, addedAt: now))
        }
    }

    /// Whoever deletes their account at this moment would take the project along: it goes back.
    private func requireStaying(_ memberID: String, with projectID: String, from userID: String) async throws {
        let leaving = try await removedAccounts.findAll(limit: 1000).contains { $0.userID == memberID }
        let member = try await users.find(id: memberID)
        guard leaving || member == nil else { return }
        _ = try await projects.projects.setOwner(id: projectID, from: memberID, to: userID)
        try await finish(projectID)
        throw Self.noMember
    }

    /// What others lose when the person's account is deleted.
    func shared(by userID: String) async throws -> SharedByMe {
        let now = clock.now
        let lists = try await accessLists.findAll(ownerID: userID, limit: Self.mostLists).filter { !$0.liveMembers(at: now).isEmpty }
        let members = Dictionary(
            firstOf: lists.filter { $0.target == .project }.map { ($0.id, $0.liveMembers(at: now)) })
        let found = try await projects.projects.find(ids: Array(members.keys)).filter { $0.deletedAt == nil }
            .sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
        let people = try await users.find(ids: Array(Set(found.prefix(Self.mostProjects).flatMap { members[$0.id] ?? [] }.map(\.userID))))
        let byID = Dictionary(firstOf: people.map { ($0.id, $0) })
        let single = try await diagrams.diagrams.findAll(ids: lists.filter { $0.target == .diagram }.map(\.id))
        let ids = Set(found.map(\.id))
        return SharedByMe(
            projects: found.prefix(Self.mostProjects).map { project in
                .init(
                    id: project.id, name: project.name,
                    members: SharingResponse.entries(of: members[project.id] ?? [], byID))
            }, diagrams: single.count { !ids.contains($0.projectID) })
    }

    private func requireMember(_ memberID: String, of projectID: String) async throws {
        let now = clock.now
        guard try await accessLists.find(ids: [projectID]).first?.hasMember(memberID, at: now) == true,
            let member = try await users.find(id: memberID), member.disabledAt == nil
        else { throw Self.noMember }
    }

    private func requireRoom(for projectID: String, _ memberID: String) async throws {
        let usage = try await diagrams.diagrams.usage(projectID: projectID)
        do {
            try await projects.requireRoom(for: 1, ownerID: memberID)
            try await diagrams.quota.requireRoom(for: usage, ownerID: memberID)
        } catch is DomainError {
            throw DomainError.conflict("This member has no room for the project and its \(usage.count) diagrams")
        }
    }
}
