public import Foundation

/// A mail: the same words as plain text and as HTML.
public struct MailMessage: Sendable {
    public let from: MailAddress
    public let to: MailAddress
    public let subject: String
    public let text: String
    public let html: String
    /// Tells the same mail that is sent once more from another; the part of its Message-ID before the `@`.
    public let id: String
    public let date: Date

    public init(from: MailAddress, to: MailAddress, subject: String, text: String, html: String, id: String, date: Date) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.id = id
        self.date = date
    }

    /// As it travels (RFC 5322, RFC 2045, RFC 2046): ASCII, lines of at most 78 characters that end in CR LF.
    public var encoded: String {
        let boundary = "zenuml-\(id)"
        let header = [
            "From: \(Self.mailbox(from))", "To: \(Self.mailbox(to))", "Subject: \(EncodedWords.text(subject))",
            "Date: \(Self.format.string(from: date))", "Message-ID: <\(id)@\(from.domain)>", "MIME-Version: 1.0",
            // No out-of-office note is to come back (RFC 3834).
            "Auto-Submitted: auto-generated", "Content-Type: multipart/alternative; boundary=\"\(boundary)\"", "",
        ]
        let parts = [("plain", text), ("html", html)].flatMap { type, content in
            [
                "--\(boundary)", "Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
                Data(content.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]),
            ]
        }
        return (header + parts + ["--\(boundary)--", ""]).joined(separator: "\r\n")
    }

    private static func mailbox(_ address: MailAddress) -> String {
        address.name.map { "\(EncodedWords.phrase($0)) <\(address.address)>" } ?? address.address
    }

    /// RFC 5322 §3.3.
    private static let format: DateFormatter = {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, d MMM yyyy HH:mm:ss '+0000'"
        return format
    }()
}
