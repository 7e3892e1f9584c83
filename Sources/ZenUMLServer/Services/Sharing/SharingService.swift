import Domain
import Foundation

/// Members and links of projects and diagrams.
struct SharingService: Sendable {
    /// At a change of a list that others change, too.
    private static let mostAttempts = 50

    /// In seconds.
    static let invitationLifetime: TimeInterval = 7 * 86_400

    let lists: any AccessListRepository
    let users: any UserRepository
    let access: AccessService
    /// By the hash of a token; a public picture is asked for again and again.
    let byToken = BoundedCache<String, AccessList>(limit: 20_000)
    let seal: Seal
    let invitations: Invitations
    let clock: WallClock
    let random: RandomSource

    /// Who may do what. Links are shown to those only who decide about them.
    /// - Throws: ``DomainError/notFound(_:)``.
    func show(_ target: SharedTarget, userID: String) async throws -> SharingResponse {
        let (ownerID, role) = try await require(.viewer, target, userID)
        let list = try await lists.find(ids: [target.id]).first
        let now = clock.now
        let members = list?.liveMembers(at: now) ?? []
        let events = role == .owner ? (list?.events ?? []).filter { now.timeIntervalSince($0.at) <= AccessEvent.lifetime } : []
        let ids = members.map(\.userID) + events.map(\.actorID) + events.compactMap(\.memberID) + [ownerID]
        let people = try await users.find(ids: Array(Set(ids)))
        let byID = Dictionary(firstOf: people.map { ($0.id, $0) })
        let links = role == .owner ? (list?.links ?? []).filter { $0.isLive(at: now) } : []
        return SharingResponse(
            role: role, owner: byID[ownerID],
            members: SharingResponse.entries(of: members, byID),
            links: links.map { LinkResponse(link: $0, token: $0.invitation == nil ? seal.text($0.sealedToken) : nil) },
            events: events.reversed().map { event in
                .init(event: event, actor: byID[event.actorID], member: event.memberID.flatMap { byID[$0] })
            })
    }

    /// Makes a link, and sends it to whom it is for, if it is for somebody. Who is invited once more gets another link in place of the first.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``, ``DomainError/conflict(_:)`` with too many links,
    ///   or without mail; ``DomainError/rateLimited(_:)``.
    func addLink(_ request: LinkCreate, to target: SharedTarget, userID: String) async throws -> LinkResponse {
        _ = try await require(.owner, target, userID)
        if request.kind == .picture, target.kind == .project { throw Self.noPicture }
        if let email = request.email { try await invitations.requireRoom(for: userID, to: email) }
        let token = OpaqueToken(random: random)
        let now = clock.now
        let lifetime = request.lifetime ?? (request.email == nil ? nil : Self.invitationLifetime)
        let link = AccessLink(
            id: random.uuid(), kind: request.kind, tokenHash: token.hash, sealedToken: try seal.seal(Data(token.text.utf8)), createdAt: now,
            expiresAt: lifetime.map { now + $0 }, invitation: request.email.map { AccessLink.Invitation(email: $0) })
        let event = AccessEvent(
            at: now, actorID: userID, action: request.email == nil ? .linkMade : .invited, detail: request.kind.rawValue)
        try await modify(target) { list in
            try Self.add(link, to: &list, at: now)
            list.note(event)
        }
        guard request.email != nil else { return LinkResponse(link: link, token: token.text) }
        do {
            try await invitations.send(link, of: target, from: userID)
        } catch {
            // An invitation that nobody gets would only be in the way of the next attempt.
            try? await modify(target) { list in
                list.links.removeAll { $0.id == link.id }
                list.events.removeAll { $0 == event }
            }
            throw error
        }
        return LinkResponse(link: link, token: nil)
    }

    private static func add(_ link: AccessLink, to list: inout AccessList, at now: Date) throws {
        list.links.removeAll { !$0.isLive(at: now) || ($0.invitation != nil && $0.invitation?.email == link.invitation?.email) }
        let most = link.invitation == nil ? AccessList.mostLinks : AccessList.mostInvitations
        guard list.links.count(where: { ($0.invitation == nil) == (link.invitation == nil) }) < most else {
            throw DomainError.conflict("There are \(most) \(link.invitation == nil ? "links" : "invitations") already; end one first")
        }
        list.links.append(link)
    }

    /// Ends a link, and the access of all who came by it.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``.
    func removeLink(_ id: String, from target: SharedTarget, userID: String) async throws {
        _ = try await require(.owner, target, userID)
        let now = clock.now
        try await modify(target) { list in
            guard list.links.contains(where: { $0.id == id }) else { throw DomainError.notFound("No such link") }
            let kind = list.links.first { $0.id == id }?.kind.rawValue
            list.links.removeAll { $0.id == id }
            list.members.removeAll { $0.linkID == id }
            list.note(AccessEvent(at: now, actorID: userID, action: .linkEnded, detail: kind))
        }
    }

    /// Gives a member another role, which stays when the link ends by which they came.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``.
    func setRole(_ role: Role, of memberID: String, in target: SharedTarget, userID: String) async throws {
        _ = try await require(.owner, target, userID)
        let now = clock.now
        try await modify(target) { list in
            guard list.hasMember(memberID, at: now) else { throw Self.noMember }
            list.members.removeAll { $0.userID == memberID }
            list.members.append(Member(userID: memberID, role: role, addedAt: now))
            list.note(AccessEvent(at: now, actorID: userID, action: .roleGiven, memberID: memberID, detail: role.rawValue))
        }
    }

    /// Takes somebody's access away; everybody may leave by themselves.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``.
    func removeMember(_ memberID: String, from target: SharedTarget, userID: String) async throws {
        _ = try await require(memberID == userID ? .viewer : .owner, target, userID)
        let now = clock.now
        try await modify(target) { list in
            guard list.members.contains(where: { $0.userID == memberID }) else { throw Self.noMember }
            list.members.removeAll { $0.userID == memberID }
            list.note(AccessEvent(at: now, actorID: userID, action: memberID == userID ? .left : .removed, memberID: memberID))
        }
    }

    /// - Returns: Whose the target is, and what the person may do with it.
    private func require(_ role: Role, _ target: SharedTarget, _ userID: String) async throws -> (ownerID: String, role: Role) {
        switch target {
        case .project(let id):
            let found = try await access.project(id, for: userID, atLeast: role)
            return (found.project.ownerID, found.role)
        case .diagram(let id):
            let found = try await access.diagram(id, for: userID, atLeast: role)
            return (found.diagram.ownerID, found.role)
        }
    }

    func modify(_ target: SharedTarget, _ change: (inout AccessList) throws -> Void) async throws {
        for _ in 0..<Self.mostAttempts {
            let former = try await lists.find(ids: [target.id]).first ?? AccessList(id: target.id, target: target.kind)
            var list = former
            try change(&list)
            if list == former { return }
            if try await lists.store(list) { return forget(target.id) }
            try await access.requireExistence(of: target.kind, target.id)
        }
        throw DomainError.overloaded("Too many people are changing this at this moment")
    }

    private func forget(_ id: String) {
        dropLinks(of: id)
        access.forget(id)
    }

    /// What has changed on another server.
    func drop(_ id: String) {
        dropLinks(of: id)
        access.drop(id)
    }

    func dropAll() {
        byToken.remove { _, _ in true }
        access.dropAll()
    }

    private func dropLinks(of id: String) {
        byToken.remove { $1.id == id }
    }

    /// Whether the token has just been found to be a link's.
    func remembers(token hash: String) -> Bool {
        byToken.value(for: hash, at: clock.now) != nil
    }

    /// The list with the link that has the token; also one that has ended by itself.
    func find(byToken hash: String) async throws -> AccessList? {
        let now = clock.now
        if let list = byToken.value(for: hash, at: now) { return list }
        let generation = byToken.generation
        guard let list = try await lists.findByToken(hash) else { return nil }
        byToken.store(list, for: hash, until: now + AccessService.lifetime, at: now, generation: generation)
        return list
    }

    private static let noMember = DomainError.notFound("No such member")
    private static let noPicture = DomainError.validation([
        FieldError(location: ["body", "kind"], message: "A project has no picture; share one of its diagrams", type: "value_error")
    ])
}
