import Domain
import Foundation

/// Tells the former address of an account that there is another one now.
struct EmailChangedMail: JobHandler {
    struct Payload: Codable, Sendable {
        let userID: String
        let former: String
    }

    /// In seconds. The job is there before the change, which is made by then or never; whatever was changed since, it is told.
    static let delay: TimeInterval = 60

    let users: any UserRepository
    let mails: MailService

    func perform(_ job: Job) async throws {
        let payload = try job.payload(as: Payload.self)
        guard let user = try await users.find(id: payload.userID), user.email != payload.former else { return }
        let text = MailText(
            subject: "Your address for ZenUML has changed",
            paragraphs: [
                "Hello \(MailText.word(user.name)),",
                "your account at \(mails.publicURL) has another e-mail address now. No more mails go to this one, and you sign in with the new one.",
            ],
            footnote: "If it was not you, tell those who run \(mails.publicURL).")
        try await mails.send(text, to: payload.former, for: job)
    }
}
