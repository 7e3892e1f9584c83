import Crypto
import Domain
import Foundation

/// Count and SHA-256 of records, the same in every store.
struct RecordDigest {
    private(set) var count = 0
    private var hash = SHA256()

    mutating func add(_ record: StoredRecord) {
        count += 1
        for field in record.fields {
            // The length first, so that no two lists of fields read alike.
            hash.update(data: Data("\(field?.utf8.count ?? -1):\(field ?? "")".utf8))
        }
    }

    /// In hexadecimal.
    var checksum: String {
        hash.finalize().hexadecimal
    }
}

extension StoredRecord {
    fileprivate var fields: [String?] {
        switch self {
        case .user(let user):
            [
                user.id, user.identity.issuer, user.identity.subject, user.email, user.name, user.picture, user.passwordHash,
                text(user.createdAt), text(user.updatedAt), user.disabledAt.map(text),
            ]
        case .session(let session):
            [
                session.id, session.userID, session.email, session.token.hash, String(session.token.counter), session.token.rotatedAt.map(text),
                text(session.life.expiresAt), String(session.life.isRevoked), text(session.life.createdAt), text(session.life.lastUsedAt),
                session.client.userAgent, session.client.ip,
            ]
        case .statusCheck(let check): [check.id, check.clientName, text(check.timestamp)]
        case .signIn(let id, let expiresAt): [id, text(expiresAt)]
        case .project(let project):
            [
                project.id, project.ownerID, project.name, project.description, String(project.isArchived), text(project.createdAt),
                text(project.updatedAt), project.deletedAt.map(text), project.creationFingerprint,
            ]
        case .diagram(let diagram):
            [
                diagram.id, diagram.projectID, diagram.ownerID, diagram.kind, diagram.name, diagram.source, diagram.layout,
                String(diagram.revision), text(diagram.createdAt), text(diagram.updatedAt), diagram.deletedAt.map(text),
                diagram.creationFingerprint, diagram.history.changedBy, diagram.history.checkpointAt.map(text),
            ]
        case .accessList(let list):
            [list.id, list.target.rawValue, String(list.revision)]
                + list.members.flatMap {
                    [$0.userID, $0.role.rawValue, $0.linkID, text($0.addedAt), $0.expiresAt.map(text)]
                }
                + list.links.flatMap {
                    [$0.id, $0.kind.rawValue, $0.tokenHash, $0.sealedToken, text($0.createdAt), $0.expiresAt.map(text)]
                }
        case .accountToken(let token): [token.id, token.purpose.rawValue, token.userID, text(token.expiresAt)]
        case .version(let version):
            [
                version.id, version.content.name, version.content.source, version.content.layout, version.facts.reason.rawValue,
                version.facts.label, version.facts.authorID, text(version.facts.savedAt),
            ]
        }
    }

    private func text(_ date: Date) -> String { String(date.milliseconds) }
}
