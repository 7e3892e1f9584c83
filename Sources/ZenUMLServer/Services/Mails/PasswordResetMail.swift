import Domain
import Foundation

/// Sends whoever has forgotten their password a link for a new one.
struct PasswordResetMail: JobHandler {
    struct Payload: Codable, Sendable {
        let email: String
    }

    /// In seconds.
    static let lifetime: TimeInterval = 1800

    let users: any UserRepository
    let accountTokens: any AccountTokenRepository
    let mails: MailService
    let clock: WallClock
    let random: RandomSource

    /// Whether there is such an account comes out here, where nobody can measure how long it takes.
    func perform(_ job: Job) async throws {
        let email = try job.payload(as: Payload.self).email
        guard let user = try await users.findByEmail(email), user.disabledAt == nil else { return }
        // A new one each time: the queue holds none.
        let token = try await accountTokens.make(
            .passwordReset, for: user.id, mailedTo: user.email, until: clock.now + Self.lifetime, random)
        try await mails.send(text(for: user, token), to: user.email, for: job)
    }

    private func text(for user: User, _ token: OpaqueToken) -> MailText {
        MailText(
            subject: "Set a new password for ZenUML",
            paragraphs: [
                "Hello \(MailText.word(user.name)),",
                "somebody, probably you, has asked for a new password for your account at \(mails.publicURL). By this link you set one. It counts once, for 30 minutes.",
            ],
            action: ("Set a new password", "\(mails.publicURL)/reset#\(token.text)"),
            footnote: "If it was not you, ignore this mail: your password stays as it is.")
    }
}
