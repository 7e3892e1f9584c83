import Domain
import Foundation

extension AccountTokenRepository {
    /// Makes a token for a person.
    /// - Parameter email: The address that it is mailed to; `nil` for one that somebody passes on.
    /// - Returns: The token, of which the hash alone is stored.
    func make(
        _ purpose: AccountToken.Purpose, for userID: String, mailedTo email: String?, until expiresAt: Date, _ random: RandomSource
    ) async throws -> OpaqueToken {
        let token = OpaqueToken(random: random)
        try await create(AccountToken(id: token.hash, purpose: purpose, userID: userID, email: email, expiresAt: expiresAt))
        return token
    }
}
