import Domain

/// Tells somebody that a project or diagram is shared with them, by a link that counts once.
struct InvitationMail: JobHandler {
    struct Payload: Codable, Sendable {
        let listID: String
        let linkID: String
        let senderID: String
    }

    let store: any Store
    let mails: MailService
    /// Opens the token of the link, which is stored for nobody else.
    let seal: Seal

    func perform(_ job: Job) async throws {
        let payload = try job.payload(as: Payload.self)
        guard let list = try await store.accessLists.find(ids: [payload.listID]).first,
            let link = list.links.first(where: { $0.id == payload.linkID }), link.isLive(at: mails.clock.now),
            let invitation = link.invitation, let sender = try await store.users.find(id: payload.senderID),
            let target = try await target(of: list)
        else { return }
        guard let token = seal.text(link.sealedToken) else { throw JobRefusal(description: "the key with which its link was sealed is gone") }
        try await mails.send(text(MailText.word(sender.name), target, link, token), to: invitation.email, for: job)
    }

    /// - Returns: What it is called; `nil` for what has gone meanwhile.
    private func target(of list: AccessList) async throws -> String? {
        switch list.target {
        case .project: try await store.projects.find(id: list.id).flatMap { $0.deletedAt == nil ? "the project “\(MailText.word($0.name))”" : nil }
        case .diagram: try await store.diagrams.find(id: list.id).flatMap { $0.deletedAt == nil ? "the diagram “\(MailText.word($0.name))”" : nil }
        }
    }

    private func text(_ sender: String, _ target: String, _ link: AccessLink, _ token: String) -> MailText {
        let rights =
            switch link.kind {
            case .edit: "You may view and change it."
            case .comment: "You may view it and comment on it."
            case .view, .picture: "You may view it."
            }
        return MailText(
            subject: "\(sender) shares \(target) with you",
            paragraphs: ["Hello,", "\(sender) shares \(target) with you on ZenUML, at \(mails.publicURL). \(rights)"],
            action: ("Open the invitation", "\(mails.publicURL)/s#\(token)"),
            footnote: "The link counts once, for a few days. If you don’t know who sends it, ignore this mail: nothing happens without you.")
    }
}
