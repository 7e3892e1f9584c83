import Foundation

/// Scheme, host and port of a web address (RFC 6454 §4), as browsers write it in the header `Origin`.
struct WebOrigin: Sendable, Hashable {
    static let expected = "an origin such as https://uml.example.com, without a path"

    /// In lower case and without the scheme's own port: `https://uml.example.com`.
    let text: String
    let host: String
    let isSecure: Bool

    init?(_ text: String) {
        guard let components = URLComponents(string: text), let scheme = components.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = components.host?.lowercased(), !host.isEmpty,
            components.path.isEmpty || components.path == "/", components.query == nil, components.fragment == nil, components.user == nil
        else { return nil }
        self.host = host
        isSecure = scheme == "https"
        let standardPort = isSecure ? 443 : 80
        let port = components.port.map { $0 == standardPort ? "" : ":\($0)" } ?? ""
        self.text = "\(scheme)://\(host)\(port)"
    }

    var isLoopback: Bool {
        ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
    }
}
