import Domain
import Foundation

extension AccessList {
    /// Makes somebody a member who comes by a link. To repeat it changes nothing.
    /// - Throws: ``DomainError/notFound(_:)`` when nobody can come by the link any more, ``DomainError/conflict(_:)`` with too many members.
    mutating func join(_ userID: String, _ role: Role, by link: AccessLink, at now: Date) throws {
        if link.invitation != nil, link.invitation?.acceptedBy == userID { return }
        guard link.isLive(at: now) else { throw LinkService.notFound }
        let added = members.first { $0.userID == userID && $0.linkID == nil }
        if link.invitation == nil {
            // What its owner has given somebody since counts, whatever the link says: a demotion is not undone by a click.
            guard added == nil, !members.contains(where: { $0.userID == userID && $0.linkID == link.id }) else { return }
        } else {
            // It is the owner who gives this role, and it stays when the link is over.
            for index in links.indices where links[index].id == link.id { links[index].invitation?.acceptedBy = userID }
            members.removeAll { $0.userID == userID && $0.linkID == nil }
        }
        members.removeAll { !$0.isLive(at: now) }
        guard members.count < Self.mostMembers else {
            throw DomainError.conflict("Nobody else can join: \(Self.mostMembers) have already")
        }
        members.append(
            link.invitation == nil
                ? Member(userID: userID, role: role, linkID: link.id, addedAt: now, expiresAt: link.expiresAt)
                : Member(userID: userID, role: max(role, added?.role ?? role), addedAt: now))
    }
}
