public import Foundation

/// Whose accounts were removed lately. Whatever a request that ran beside the removal has made is found by it, and removed too.
///
/// Every method throws ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol RemovedAccountRepository: Sendable {
    /// Notes a removal; one that is noted already keeps its time.
    func note(userID: String, at time: Date) async throws

    /// - Returns: Ids of users with the times of their removal, the oldest first.
    func findAll(limit: Int) async throws -> [(userID: String, removedAt: Date)]

    func forget(userID: String) async throws
}
