/// The access control lists of the projects and diagrams that are shared. A list goes with what it belongs to.
///
/// Each method is one atomic operation on one record. Every method throws ``StoreUnavailableError`` when the store can't be reached or
/// refuses work.
public protocol AccessListRepository: Sendable {
    /// - Returns: Those of the projects and diagrams that have one, in any order.
    func find(ids: [String]) async throws -> [AccessList]

    /// - Parameter tokenHash: As ``AccessLink/tokenHash``.
    func findByToken(_ tokenHash: String) async throws -> AccessList?

    /// What is shared with a person; also what has expired.
    func memberships(of userID: String, limit: Int) async throws -> [Membership]

    /// Stores a list and counts its revision up, if what is stored is at the list's revision; one of revision 0 if none is.
    /// - Returns: Whether it was stored; it is not where what it belongs to is gone for good.
    func store(_ list: AccessList) async throws -> Bool

    /// The lists of what a person owns, in any order.
    func findAll(ownerID: String, limit: Int) async throws -> [AccessList]

    /// Ends all sharing of what a person owns: on each list, one after the other.
    func removeAll(ownerID: String) async throws
}
