import Domain
import Foundation

/// A member of an access list as JSON.
struct StoredMember: Codable {
    private let userId: String
    private let role: String
    private let linkId: String?
    private let addedAt: Int64
    private let expiresAt: Int64?

    init(_ member: Member) {
        userId = member.userID
        role = member.role.rawValue
        linkId = member.linkID
        addedAt = member.addedAt.milliseconds
        expiresAt = member.expiresAt?.milliseconds
    }

    func member() throws -> Member {
        Member(
            userID: userId, role: try Role(stored: role), linkID: linkId, addedAt: Date(milliseconds: addedAt),
            expiresAt: expiresAt.map(Date.init(milliseconds:)))
    }
}
