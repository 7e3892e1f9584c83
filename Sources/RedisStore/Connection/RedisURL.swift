import Foundation

/// Where Redis is: `redis://user:password@redis.example.com:6379/0`, or `rediss://…` for TLS.
public struct RedisURL: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public static let expected =
        "redis://USER:PASSWORD@HOST:PORT/DATABASE or rediss://…; only HOST is needed; special characters of user and password percent-encoded"

    struct Credentials: Sendable, Equatable {
        /// `nil` for Redis' user `default`.
        let user: String?
        let password: String
    }

    let isSecure: Bool
    /// A name, or an address without brackets.
    let host: String
    let port: Int
    let credentials: Credentials?
    let database: Int

    public init?(_ text: String) {
        guard let url = URLComponents(string: text), let scheme = url.scheme, ["redis", "rediss"].contains(scheme), let host = url.host,
            host.wholeMatch(of: /[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]/) != nil, url.query == nil, url.fragment == nil,
            let database = Self.database(url.path), let credentials = Self.credentials(url)
        else { return nil }
        let port = url.port ?? 6379
        guard (1...65_535).contains(port) else { return nil }
        isSecure = scheme == "rediss"
        self.host = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        (self.port, self.credentials, self.database) = (port, credentials, database)
    }

    private static func database(_ path: String) -> Int? {
        guard !["", "/"].contains(path) else { return 0 }
        guard let match = path.wholeMatch(of: /\/([0-9]{1,5})/) else { return nil }
        return Int(match.1)
    }

    /// - Returns: `nil` for a user without a password.
    private static func credentials(_ url: URLComponents) -> Credentials?? {
        let user = url.user ?? ""
        guard let password = url.password, !password.isEmpty else { return user.isEmpty ? .some(nil) : nil }
        return Credentials(user: user.isEmpty ? nil : user, password: password)
    }

    /// Without the credentials, wherever it is shown.
    public var description: String { "\(isSecure ? "rediss" : "redis")://\(host.contains(":") ? "[\(host)]" : host):\(port)/\(database)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
