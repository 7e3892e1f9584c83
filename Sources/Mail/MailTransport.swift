/// Brings mails to those who pass them on.
public protocol MailTransport: Sendable {
    /// - Throws: ``MailError``.
    func send(_ message: MailMessage) async throws
}
