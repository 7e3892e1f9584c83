import Foundation

/// The server that takes mails: `smtp://user:password@mail.example.com:587`, `smtps://…:465`.
public struct MailServer: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    public static let expected = "smtp://USER:PASSWORD@HOST:PORT or smtps://…; special characters of user and password percent-encoded"

    public struct Credentials: Sendable, Equatable {
        let user: String
        let password: String
    }

    let host: String
    let port: Int
    /// TLS from the first byte on (RFC 8314); else by STARTTLS (RFC 3207).
    let isImplicitlySecure: Bool
    let credentials: Credentials?

    public init?(_ text: String) {
        guard let url = URLComponents(string: text), let scheme = url.scheme, ["smtp", "smtps"].contains(scheme), let host = url.host,
            host.wholeMatch(of: /[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]/) != nil, ["", "/"].contains(url.path), url.query == nil, url.fragment == nil
        else { return nil }
        isImplicitlySecure = scheme == "smtps"
        let port = url.port ?? (isImplicitlySecure ? 465 : 587)
        guard (1...65_535).contains(port), let credentials = Self.credentials(url) else { return nil }
        (self.host, self.port, self.credentials) = (host, port, credentials)
    }

    /// Credentials go over TLS only, but for a server on this machine.
    var requiresTLS: Bool {
        credentials != nil && !["localhost", "127.0.0.1", "[::1]"].contains(host)
    }

    /// - Returns: `nil` for half of them, or for what a line of the protocol can't hold.
    private static func credentials(_ url: URLComponents) -> Credentials?? {
        guard url.user != nil || url.password != nil else { return .some(nil) }
        guard let user = url.user, let password = url.password, !user.isEmpty, !user.contains(":"),
            (user + password).unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        return Credentials(user: user, password: password)
    }

    public var description: String { "\(host):\(port)" }
    public var debugDescription: String { description }
}
