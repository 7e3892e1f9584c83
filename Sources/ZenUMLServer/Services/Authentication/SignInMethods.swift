import Domain

/// The ways in which a person can sign in on this server.
struct SignInMethods: Sendable {
    let passwords: PasswordHasher
    /// `nil` when it is not configured.
    let google: GoogleSignIn?
    /// Whether anybody may make a local account.
    let isRegistrationOpen: Bool
    let secondFactors: SecondFactorService
    /// Where mails are put that are to be sent; `nil` when this server sends none.
    var mails: JobQueue?
    /// In lower case; all if it is empty.
    var allowedDomains: [String] = []

    /// - Throws: ``DomainError/forbidden(_:)`` for an address of a domain from which nobody may come (`ALLOWED_DOMAINS`).
    func requireAllowed(_ email: String) throws {
        guard !allowedDomains.isEmpty, !allowedDomains.contains(where: { email.hasSuffix("@\($0)") }) else { return }
        throw DomainError.forbidden("Accounts on this server are for addresses of \(allowedDomains.joined(separator: ", "))")
    }
}
