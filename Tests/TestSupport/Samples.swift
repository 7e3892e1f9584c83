public import Domain
public import Foundation

/// Records to test with.
public enum Samples {
    public static let time = Date(timeIntervalSince1970: 4_000_000_000.123)
    public static let client = ClientDescription(userAgent: "test/1.0", ip: "192.0.2.1")

    public static func user(_ name: String, id: String? = nil, email: String? = nil) -> User {
        User(
            id: id ?? "id-\(name)",
            identity: Identity(issuer: "https://issuer.example", subject: "subject-\(name)"),
            email: email ?? "\(name)@example.com",
            name: name,
            picture: "https://example.com/\(name).png",
            passwordHash: nil,
            createdAt: time,
            updatedAt: time
        )
    }

    public static func session(_ id: String, userID: String = "ada", expiresAt: Date = time + 1000, createdAt: Date = time) -> Session {
        Session(
            id: id,
            userID: userID,
            email: "\(userID)@example.com",
            token: Session.Token(hash: "hash-\(id)-0"),
            life: Session.Life(createdAt: createdAt, expiresAt: expiresAt),
            client: client
        )
    }

    public static func project(_ name: String, id: String? = nil, ownerID: String = "ada", at time: Date = time) -> Project {
        Project(
            id: id ?? "project-\(name)", ownerID: ownerID, name: name, description: "About \(name)",
            times: RecordTimes(createdAt: time, updatedAt: time),
            creationFingerprint: "print-\(name)")
    }

    public static func diagram(
        _ name: String, id: String? = nil, projectID: String = "project", ownerID: String = "ada", source: String = "Alice -> Bob: hello",
        at time: Date = time
    ) -> Diagram {
        Diagram(
            id: id ?? "diagram-\(name)", projectID: projectID, ownerID: ownerID, kind: "sequence",
            content: DiagramContent(name: name, source: source, layout: #"{"Alice":{"x":1,"y":2}}"#),
            times: RecordTimes(createdAt: time, updatedAt: time))
    }

    public static func change(_ diagram: Diagram, source: String? = nil, name: String? = nil, revision: Int? = nil) -> DiagramChange {
        DiagramChange(
            id: diagram.id, revision: revision ?? diagram.revision, name: name, source: source, updatedAt: time + 5,
            changedBy: "ada")
    }

    public static func rotation(from: String, to: String, at time: Date = time + 1, idleSince: Date = time - 1000) -> SessionRotation {
        SessionRotation(from: from, to: to, rotatedAt: time, idleSince: idleSince, client: client)
    }

    public static func accountToken(_ id: String, userID: String = "ada") -> AccountToken {
        AccountToken(id: id, purpose: .passwordReset, userID: userID, email: "\(userID)@example.com", expiresAt: time + 100)
    }

    /// Of a project: one person added, and come by a link, too.
    public static func accessList(_ id: String, _ target: AccessList.Target = .project) -> AccessList {
        AccessList(
            id: id, target: target,
            members: [
                Member(userID: "bob", role: .viewer, addedAt: time),
                Member(userID: "bob", role: .editor, linkID: "link-\(id)", addedAt: time + 1, expiresAt: time + 99),
            ],
            links: [
                AccessLink(
                    id: "link-\(id)", kind: .edit, tokenHash: "hash-\(id)", sealedToken: "sealed", createdAt: time, expiresAt: time + 99),
                AccessLink(id: "other-\(id)", kind: .view, tokenHash: "other-hash-\(id)", sealedToken: "sealed", createdAt: time),
                AccessLink(
                    id: "invitation-\(id)", kind: .comment, tokenHash: "invitation-hash-\(id)", sealedToken: "sealed", createdAt: time,
                    invitation: .init(email: "cy@example.com", acceptedBy: "cy")),
            ],
            events: [
                AccessEvent(at: time, actorID: "ada", action: .linkMade, detail: "edit"),
                AccessEvent(at: time + 1, actorID: "bob", action: .joined, memberID: "bob", detail: "editor"),
            ])
    }

    public static func job(_ id: String, dueIn delay: TimeInterval = 0) -> Job {
        Job(id: id, kind: "mail", payload: #"{"to":"ada"}"#, createdAt: time, runAt: time + delay)
    }

    public static func version(
        _ diagramID: String, revision: Int, source: String = "Alice -> Bob: hello", label: String? = nil
    ) -> DiagramVersion {
        DiagramVersion(
            diagramID: diagramID, content: DiagramContent(name: "Größe", source: source, layout: #"{"Alice":{"x":1,"y":2}}"#),
            facts: VersionFacts(
                revision: revision, reason: label == nil ? .automatic : .named, label: label, authorID: "ada", savedAt: time + Double(revision)))
    }
}
