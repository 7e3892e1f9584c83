import Foundation

/// What a client gets when it signs in or refreshes.
struct TokenPair: Sendable {
    let accessToken: String
    let refreshToken: String
    let accessTokenLifetime: Duration
    let sessionExpiresAt: Date
}
