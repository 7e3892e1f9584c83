import Domain
import Foundation

/// Sends a link to an address, by which its owner proves that it is theirs.
struct EmailVerificationMail: JobHandler {
    struct Payload: Codable, Sendable {
        let userID: String
        let email: String
    }

    /// In seconds.
    static let lifetime: TimeInterval = 86_400

    let users: any UserRepository
    let accountTokens: any AccountTokenRepository
    let mails: MailService
    let random: RandomSource

    func perform(_ job: Job) async throws {
        let payload = try job.payload(as: Payload.self)
        guard let user = try await users.find(id: payload.userID), user.disabledAt == nil else { return }
        let isNew = payload.email != user.email
        guard isNew || !user.isEmailVerified else { return }
        // A new one each time: the queue holds none.
        let token = try await accountTokens.make(
            .emailVerification, for: user.id, mailedTo: payload.email, until: mails.clock.now + Self.lifetime, random)
        try await mails.send(isNew ? change(to: payload.email, token) : verification(by: token), to: payload.email, for: job)
    }

    /// Without the name: whoever makes an account chooses it, and the mail goes to whom they like.
    private func verification(by token: OpaqueToken) -> MailText {
        MailText(
            subject: "Verify your address for ZenUML",
            paragraphs: [
                "Hello,",
                "somebody, probably you, has made an account at \(mails.publicURL) with this address. Please tell that it is yours, within a day. You will be asked to sign in.",
            ],
            action: ("Verify the address", "\(mails.publicURL)/verify#\(token.text)"),
            footnote: "If it was not you, ignore this mail: the address stays unverified.")
    }

    private func change(to email: String, _ token: OpaqueToken) -> MailText {
        MailText(
            subject: "Confirm your new address for ZenUML",
            paragraphs: [
                "Hello,",
                "you, or somebody who is signed in as you, wants to use \(email) for the account at \(mails.publicURL). Please confirm it, within a day.",
            ],
            action: ("Use this address", "\(mails.publicURL)/verify#\(token.text)"),
            footnote: "If it was not you, ignore this mail: the address of the account stays as it is.")
    }
}
