/// The ways in which a person can sign in on this server.
struct SignInMethods: Sendable {
    let passwords: PasswordHasher
    /// `nil` when it is not configured.
    let google: GoogleSignIn?
    /// Whether anybody may make a local account.
    let isRegistrationOpen: Bool
    /// In lower case; all if it is empty.
    var allowedDomains: [String] = []
}
