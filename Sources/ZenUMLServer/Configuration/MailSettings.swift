import Mail

/// How mails are sent.
struct MailSettings: Sendable {
    let server: MailServer
    let from: MailAddress

    /// `nil` when no mail is sent.
    /// - Throws: ``SettingsError`` when only half of what it needs is set.
    init?(reader: SettingsReader) throws {
        let server = try reader.optional(.smtpURL, expected: MailServer.expected, parse: MailServer.init)
        let from = try reader.optional(.mailFrom, expected: MailAddress.expected) { MailAddress($0) }
        guard server != nil || from != nil else { return nil }
        guard let server else { throw SettingsError(.smtpURL, "is missing; MAIL_FROM is set and expects it") }
        guard let from else { throw SettingsError(.mailFrom, "is missing; SMTP_URL is set and expects it") }
        (self.server, self.from) = (server, from)
    }
}
