import Crypto
import Domain
import Foundation
import Mail

/// Sends mails, as part of a job.
struct MailService: Sendable {
    let transport: any MailTransport
    let from: MailAddress
    /// The address that people type.
    let publicURL: String
    let clock: WallClock

    /// - Parameter job: Tells the mail that is sent once more, because the answer to the first got lost, from another.
    /// - Throws: ``JobRefusal`` when nobody will ever take it; ``MailError``.
    func send(_ text: MailText, to address: String, for job: Job) async throws {
        guard let to = MailAddress(address) else { throw JobRefusal(description: "a mail can't go to this address") }
        let id = SHA256.hash(data: Data("\(job.id) \(job.createdAt.milliseconds)".utf8)).hexadecimal.prefix(32)
        let message = MailMessage(
            from: from, to: to, subject: text.subject, text: text.plain, html: text.html, id: String(id), date: clock.now)
        do {
            try await transport.send(message)
        } catch let error as MailError where error.isPermanent {
            throw JobRefusal(description: error.description)
        }
    }
}
