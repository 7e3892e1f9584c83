/// What a session remembers about the program that uses it, so that its owner recognises it in a list.
public struct ClientDescription: Sendable, Equatable {
    /// The `User-Agent` header, cut to 256 characters.
    public let userAgent: String
    /// Textual IP address of the client.
    public let ip: String

    public init(userAgent: String, ip: String) {
        self.userAgent = String(userAgent.unicodeScalars.prefix(256).map(Character.init))
        self.ip = ip
    }
}
