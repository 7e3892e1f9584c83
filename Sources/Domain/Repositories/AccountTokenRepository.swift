public import Foundation

/// Tokens that count until they have done their work.
///
/// Each method is one atomic operation on one record (those that remove several: on each of them). Every method throws
/// ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol AccountTokenRepository: Sendable {
    /// - Throws: ``DuplicateKeyError`` when the id is taken.
    func create(_ token: AccountToken) async throws

    /// - Returns: `nil` for one that is not there, is for something else, or has expired.
    func find(id: String, for purpose: AccountToken.Purpose, at now: Date) async throws -> AccountToken?

    /// Removes all of a person.
    func removeAll(userID: String) async throws

    /// - Returns: The number of records removed.
    func removeExpired(before date: Date) async throws -> Int
}
