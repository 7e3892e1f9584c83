public import Foundation

/// Which sign-ins with an identity provider have been completed, so that none is completed twice.
///
/// Every method throws ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol SignInRepository: Sendable {
    /// Takes a sign-in, once and for all.
    /// - Parameters:
    ///   - id: Hash of the sign-in's `state`.
    ///   - expiresAt: When the sign-in would be refused for its age anyway, and the record can go.
    /// - Returns: Whether this call was the first.
    func consume(id: String, expiresAt: Date) async throws -> Bool

    /// - Returns: The number of records removed.
    func removeExpired(before date: Date) async throws -> Int
}
