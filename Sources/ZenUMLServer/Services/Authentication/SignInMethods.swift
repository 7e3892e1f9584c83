/// The ways in which a person can sign in on this server.
struct SignInMethods: Sendable {
    let passwords: PasswordHasher
    /// `nil` when it is not configured.
    let google: GoogleSignIn?
    /// Whether anybody may make a local account.
    let isRegistrationOpen: Bool
    /// Where mails are put that are to be sent; `nil` when this server sends none.
    var mails: JobQueue?
    /// In lower case; all if it is empty.
    var allowedDomains: [String] = []
}
