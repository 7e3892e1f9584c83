import Foundation
import Testing

@testable import Mail

@Suite("Mails")
struct MailMessageTests {
    private static let from = MailAddress("ZenUML <zenuml@example.com>")
    private static let to = MailAddress("ada@example.org")

    private static func message(subject: String, from: MailAddress? = from, text: String = "Hello") throws -> String {
        MailMessage(
            from: try #require(from), to: try #require(to), subject: subject, text: text, html: "<p>\(text)</p>", id: "7",
            date: Date(timeIntervalSince1970: 1_700_000_000)
        ).encoded
    }

    @Test func itIsWhatTheStandardsSay() throws {
        let text = try Self.message(subject: "Set a new password", text: "Größe 🛒\n" + String(repeating: "long ", count: 200))
        let lines = text.components(separatedBy: "\r\n")
        #expect(
            lines.prefix(8) == [
                "From: \"ZenUML\" <zenuml@example.com>", "To: ada@example.org", "Subject: Set a new password",
                "Date: Tue, 14 Nov 2023 22:13:20 +0000", "Message-ID: <7@example.com>", "MIME-Version: 1.0", "Auto-Submitted: auto-generated",
                "Content-Type: multipart/alternative; boundary=\"zenuml-7\"",
            ])
        #expect(lines.allSatisfy { $0.utf8.count <= 78 } && text.utf8.allSatisfy { $0 < 0x80 })
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        #expect(lines.suffix(2) == ["--zenuml-7--", ""])
        let plain = try #require(lines.split(separator: "--zenuml-7").dropFirst().first)
        let body = plain.drop { !$0.isEmpty }.joined()
        #expect(String(decoding: try #require(Data(base64Encoded: body)), as: UTF8.self).hasPrefix("Größe 🛒\nlong "))
    }

    @Test(arguments: ["Über ZenUML 🛒", "a\r\nBcc: eve@example.com", String(repeating: "Größe ", count: 40), "=?utf-8?Q?x?=", "tab\there"])
    func aSubjectEndsNoHeader(_ subject: String) throws {
        let text = try Self.message(subject: subject)
        let header = text.components(separatedBy: "\r\n\r\n")[0]
        let names = header.replacing("\r\n ", with: "").components(separatedBy: "\r\n").map { $0.prefix { $0 != ":" } }
        #expect(names == ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Type"])
        let words = header.components(separatedBy: "\r\n").flatMap { $0.split(separator: " ") }.filter { $0.hasPrefix("=?") }
        #expect(words.allSatisfy { $0.utf8.count <= 75 })
        let decoded = words.map { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) ?? Data() }.reduce(Data(), +)
        #expect(String(decoding: decoded, as: UTF8.self) == subject)
    }

    @Test(arguments: ["Ada \"the first\" \\ Lovelace", "Größe", "x\r\nBcc: eve@example.com"])
    func aNameEndsNoHeader(_ name: String) throws {
        let text = try Self.message(subject: "x", from: MailAddress(name: name, "a@b.c"))
        #expect(!text.contains("\r\nBcc:"))
        if name.hasPrefix("Ada") { #expect(text.hasPrefix(#"From: "Ada \"the first\" \\ Lovelace" <a@b.c>"#)) }
    }

    @Test(arguments: ["a@b.c>", "a b@c", "a@b\r\nRCPT TO:<x@y>", "@b", "a@", "a", "a@b@c", "<a@b", "ü@b.c", "", "a,c@b"])
    func whatIsNoAddressGetsNoMail(_ text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func anAddressMayHaveAName() {
        #expect(MailAddress("  ZenUML at work  <a@b.c>")?.name == "ZenUML at work")
        #expect(MailAddress("<a@b.c>")?.name == nil && MailAddress("<a@b.c>")?.address == "a@b.c")
        #expect(MailAddress("a@b.c")?.domain == "b.c")
    }

    @Test(arguments: [
        ("smtp://mail.example.com", "mail.example.com:587"), ("smtps://u:p%40ss@mail.example.com", "mail.example.com:465"),
        ("smtp://127.0.0.1:2525/", "127.0.0.1:2525"), ("smtp://[::1]:25", "[::1]:25"),
    ])
    func aServerIsNamedByAnAddress(_ text: String, _ place: String) throws {
        let server = try #require(MailServer(text))
        #expect("\(server)" == place && "\(server.debugDescription)" == place)
    }

    @Test(arguments: [
        "http://x", "smtp://", "smtp://user@host", "smtp://u:p@host/path", "smtp://host:0", "smtp://host:99999", "smtp://u%3A:p@host",
        "smtp://u:p%0A@host", "mail.example.com", "smtp://h?x",
    ])
    func whatIsNoServerIsRefused(_ text: String) {
        #expect(MailServer(text) == nil)
    }

    @Test func credentialsGoOverTLSOnly() {
        #expect(MailServer("smtp://u:p@mail.example.com")?.requiresTLS == true)
        #expect(MailServer("smtp://u:p@127.0.0.1")?.requiresTLS == false)
        #expect(MailServer("smtp://mail.example.com")?.requiresTLS == false)
    }

    @Test func aSettingOfCurlIsOneLine() {
        let text = CurlConfiguration.text([("user", "a\"b\\c\nurl = evil"), ("silent", nil)])
        #expect(CurlConfiguration.text([("user", "a\r\nurl = evil\u{0D4E}\"")]).unicodeScalars.count { $0 == "\n" } == 1)
        #expect(text == #"user = "a\"b\\c\nurl = evil""# + "\nsilent\n")
    }
}
