public import Foundation

/// Sessions and the refresh token that is current in each.
///
/// Each method is one atomic operation on one record (`revokeAllForUser`, `removeAll` and `removeExpired`: on each of several), so every
/// store can promise the same. Every method throws ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol RefreshTokenRepository: Sendable {
    /// - Throws: ``DuplicateKeyError`` when the id or the token is taken.
    func create(_ session: Session) async throws

    func find(id: String) async throws -> Session?

    /// - Parameter tokenHash: SHA-256 of a refresh token, in hexadecimal.
    /// - Returns: The session in which that token is the current one.
    func findByToken(_ tokenHash: String) async throws -> Session?

    /// Makes `rotation.to` the current token and counts up, if `rotation.from` is current in a session that is neither revoked,
    /// nor expired, nor idle for too long.
    /// - Returns: The session after the rotation; `nil` when nothing was changed.
    func rotate(_ rotation: SessionRotation) async throws -> Session?

    /// Notes that the person has just proved who they are.
    /// - Returns: Whether the session was the user's and was not revoked.
    func confirm(id: String, userID: String, at now: Date) async throws -> Bool

    /// - Returns: Whether the session was the user's and had not been revoked before.
    func revoke(id: String, userID: String) async throws -> Bool

    /// - Parameter kept: A session that goes on.
    /// - Returns: The number of sessions that had not been revoked before.
    @discardableResult
    func revokeAllForUser(_ userID: String, except kept: String?) async throws -> Int

    /// The sessions that are neither revoked, nor expired, nor idle for too long, the newest first.
    /// - Parameters:
    ///   - idleSince: Sessions last used before this moment are left out.
    ///   - limit: How many at most.
    func findAllForUser(_ userID: String, at now: Date, idleSince: Date, limit: Int) async throws -> [Session]

    /// Removes all sessions of a person, revoked ones too.
    func removeAll(userID: String) async throws

    /// Forgets the sessions that ended before `date`. Revoked ones are kept until then: they are the evidence by which reuse is told.
    /// - Returns: Their number.
    func removeExpired(before date: Date) async throws -> Int
}

extension RefreshTokenRepository {
    /// - Returns: The number of sessions that had not been revoked before.
    @discardableResult
    public func revokeAllForUser(_ userID: String) async throws -> Int {
        try await revokeAllForUser(userID, except: nil)
    }
}
