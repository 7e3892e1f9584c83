import Foundation

/// What a verified access token says: who calls, and in which session.
struct TokenData: Sendable, Equatable {
    let userID: String
    let email: String
    let sessionID: String
    let expiresAt: Date
}
