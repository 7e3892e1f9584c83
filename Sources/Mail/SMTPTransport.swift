import Foundation
import Subprocess

/// Hands mails to a server by SMTP (RFC 5321). It is curl that speaks it, in a process of its own: STARTTLS, authentication, time limits
/// and the checks of certificates are those of a program that many people look after.
public struct SMTPTransport: MailTransport {
    /// In seconds.
    private static let connectTimeout = 10
    private static let timeout = 30

    private let server: MailServer

    public init(_ server: MailServer) {
        self.server = server
    }

    /// - Throws: ``MailError``, when it can't be run.
    public static func check() async throws {
        _ = try await run(["--version"], input: "")
    }

    public func send(_ message: MailMessage) async throws {
        let file = try Self.write(message.encoded)
        defer { try? FileManager.default.removeItem(at: file) }
        // Its settings come by standard input: arguments can be seen by everybody on the machine.
        let (isTaken, reply, problem) = try await Self.run(
            ["--disable", "--config", "-"], input: CurlConfiguration.text(settings(message, file)))
        guard isTaken else {
            // Of a program that was ended the mail server knows nothing bad.
            try Task.checkCancellation()
            throw Self.error(reply: reply, problem: problem)
        }
    }

    private func settings(_ message: MailMessage, _ file: URL) -> [(String, String?)] {
        var settings: [(String, String?)] = [
            // What comes after the host is said as the name of who greets.
            ("url", "\(server.isImplicitlySecure ? "smtps" : "smtp")://\(server.host):\(server.port)/\(message.from.domain)"),
            ("mail-from", "<\(message.from.address)>"), ("mail-rcpt", "<\(message.to.address)>"), ("upload-file", file.path),
            ("connect-timeout", "\(Self.connectTimeout)"), ("max-time", "\(Self.timeout)"), ("noproxy", "*"), ("silent", nil),
            ("show-error", nil), ("write-out", "%{response_code}"), (server.requiresTLS ? "ssl-reqd" : "ssl", nil),
        ]
        if let credentials = server.credentials { settings.append(("user", "\(credentials.user):\(credentials.password)")) }
        return settings
    }

    /// Nobody else may read it: a mail can open an account.
    private static func write(_ text: String) throws -> URL {
        let file = FileManager.default.temporaryDirectory.appending(path: "zenuml-mail-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else {
            throw MailError("a file for the mail can't be written in \(FileManager.default.temporaryDirectory.path)", isPermanent: false)
        }
        return file
    }

    private static func run(_ arguments: [String], input: String) async throws -> (isTaken: Bool, reply: Int?, problem: String) {
        do {
            let result = try await Subprocess.run(
                .name("curl"), arguments: Arguments(arguments), input: .string(input), output: .string(limit: 4096),
                error: .string(limit: 4096))
            return (result.terminationStatus.isSuccess, Int(result.standardOutput), result.standardError)
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw MailError("there is no curl on this machine, which sends the mails", isPermanent: false)
        } catch is SubprocessError {
            try Task.checkCancellation()
            throw MailError("curl could not be run", isPermanent: false)
        }
    }

    /// - Parameter reply: The last one of the server; a refused login is for the operator to mend, not for the mail.
    private static func error(reply: Int?, problem: String) -> MailError {
        let words = problem.split(separator: "\n").first.map(String.init) ?? "curl has failed"
        let isRefused = reply.map { (500..<600).contains($0) && ![530, 534, 535, 538].contains($0) } ?? false
        return MailError(reply.map { $0 > 0 ? "\(words) (reply \($0))" : words } ?? words, isPermanent: isRefused)
    }
}
