import Domain
import Foundation

/// A link of an access list as JSON.
struct StoredLink: Codable {
    private let id: String
    private let kind: String
    private let token: String
    private let sealedToken: String
    private let createdAt: Int64
    private let expiresAt: Int64?
    private let email: String?
    private let acceptedBy: String?

    init(_ link: AccessLink) {
        id = link.id
        kind = link.kind.rawValue
        token = link.tokenHash
        sealedToken = link.sealedToken
        createdAt = link.createdAt.milliseconds
        expiresAt = link.expiresAt?.milliseconds
        email = link.invitation?.email
        acceptedBy = link.invitation?.acceptedBy
    }

    func link() throws -> AccessLink {
        AccessLink(
            id: id, kind: try AccessLink.Kind(stored: kind), tokenHash: token, sealedToken: sealedToken,
            createdAt: Date(milliseconds: createdAt), expiresAt: expiresAt.map(Date.init(milliseconds:)),
            invitation: email.map { AccessLink.Invitation(email: $0, acceptedBy: acceptedBy) })
    }
}
