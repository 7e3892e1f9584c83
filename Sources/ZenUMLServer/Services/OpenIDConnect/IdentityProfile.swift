import Domain

/// A person as the identity provider describes them (OpenID Connect Core 1.0 §5.1).
struct IdentityProfile: Sendable, Equatable {
    let identity: Identity
    /// Verified by the provider; in lower case.
    let email: String
    /// Whether the address is the person's now, and was not merely when the account there was made.
    let ownsEmail: Bool
    let name: String
    let picture: String?
}
