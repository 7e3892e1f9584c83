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
        case .user(let user): user.fields
        case .session(let session): session.fields
        case .statusCheck(let check): [check.id, check.clientName, text(check.timestamp)]
        case .signIn(let id, let expiresAt): [id, text(expiresAt)]
        case .project(let project): project.fields
        case .diagram(let diagram): diagram.fields
        case .accessList(let list): list.fields
        case .accountToken(let token): [token.id, token.purpose.rawValue, token.userID, token.email, text(token.expiresAt)]
        case .version(let version): version.fields
        }
    }
}

extension User {
    fileprivate var fields: [String?] {
        [
            id, identity.issuer, identity.subject, email, name, picture, passwordHash, text(createdAt), text(updatedAt), disabledAt.map(text),
            emailVerifiedAt.map(text),
        ] + (secondFactor?.fields ?? [])
    }
}

extension SecondFactor {
    fileprivate var fields: [String?] {
        [sealedSecret, activatedAt.map(text), String(lastStep), String(failures)] + recoveryCodes
    }
}

extension Session {
    fileprivate var fields: [String?] {
        [
            id, userID, email, token.hash, String(token.counter), token.rotatedAt.map(text), text(life.expiresAt), String(life.isRevoked),
            text(life.createdAt), text(life.lastUsedAt), client.userAgent, client.ip,
            text(life.confirmedAt),
        ]
    }
}

extension Project {
    fileprivate var fields: [String?] {
        [
            id, ownerID, name, description, String(isArchived), text(createdAt), text(updatedAt), deletedAt.map(text), creationFingerprint,
        ]
    }
}

extension Diagram {
    fileprivate var fields: [String?] {
        [
            id, projectID, ownerID, kind, name, source, layout, String(revision), text(createdAt), text(updatedAt), deletedAt.map(text),
            creationFingerprint, history.changedBy, history.checkpointAt.map(text),
        ]
    }
}

extension AccessList {
    fileprivate var fields: [String?] {
        [id, target.rawValue, String(revision)] + members.flatMap(\.fields) + links.flatMap(\.fields) + events.flatMap(\.fields)
    }
}

extension Member {
    fileprivate var fields: [String?] { [userID, role.rawValue, linkID, text(addedAt), expiresAt.map(text)] }
}

extension AccessEvent {
    fileprivate var fields: [String?] { [text(at), actorID, action.rawValue, memberID, detail] }
}

extension AccessLink {
    fileprivate var fields: [String?] {
        [id, kind.rawValue, tokenHash, sealedToken, text(createdAt), expiresAt.map(text)] + (invitation.map { [$0.email, $0.acceptedBy] } ?? [])
    }
}

extension DiagramVersion {
    fileprivate var fields: [String?] {
        [
            id, content.name, content.source, content.layout, facts.reason.rawValue, facts.label, facts.authorID, text(facts.savedAt),
        ]
    }
}

private func text(_ date: Date) -> String { String(date.milliseconds) }
