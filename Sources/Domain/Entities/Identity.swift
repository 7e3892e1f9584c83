/// Who a person is to the party that vouches for them: the key of a user (OpenID Connect Core 1.0 §2, claims `iss` and `sub`).
///
/// E-mail addresses change hands; this pair does not.
public struct Identity: Sendable, Hashable {
    /// The issuer of accounts that are kept by this server itself.
    public static let localIssuer = "urn:zenuml:local"

    public let issuer: String
    public let subject: String

    public init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}
