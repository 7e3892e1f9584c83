import Domain

/// Who passes invitations on, and how many somebody may send.
struct Invitations: Sendable {
    /// `nil` on a server that sends no mail.
    let mails: JobQueue?
    let rateLimiting: RateLimiting

    /// - Throws: ``DomainError/conflict(_:)`` where no mail is sent, ``DomainError/rateLimited(_:)``.
    func requireRoom(for userID: String, to email: String) async throws {
        guard mails != nil else { throw DomainError.conflict("This server sends no mail; pass a link on yourself") }
        try await rateLimiting.take(.mail, .account(userID))
        // Nobody's mailbox is filled by many accounts; what is asked for by its owner is counted apart.
        try await rateLimiting.take(.mail, .account("invited \(email)"))
    }

    func send(_ link: AccessLink, of target: SharedTarget, from userID: String) async throws {
        let payload = InvitationMail.Payload(listID: target.id, linkID: link.id, senderID: userID)
        try await mails?.add(.invitationMail, named: link.id, payload)
    }
}
