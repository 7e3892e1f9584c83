import Domain

extension JobQueue {
    /// Puts a link that proves an address on its way.
    func sendVerification(to email: String, of userID: String) async throws {
        try await add(
            .emailVerificationMail, named: "\(userID) \(OpaqueToken.hash(email))", EmailVerificationMail.Payload(userID: userID, email: email))
    }
}
