/// The people who can sign in. Texts hold no U+0000, which not every store can keep.
///
/// Every method throws ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol UserRepository: Sendable {
    /// Stores a new user.
    /// - Throws: ``DuplicateKeyError`` when the identity or the e-mail address is taken; when both are, it names either.
    func create(_ user: User) async throws

    func find(id: String) async throws -> User?

    /// - Returns: Those that exist, in any order.
    func find(ids: [String]) async throws -> [User]

    /// - Parameter email: In lower case.
    func findByEmail(_ email: String) async throws -> User?

    func findByIdentity(_ identity: Identity) async throws -> User?

    /// - Parameter email: Only those after it; `nil` for the first ones.
    /// - Returns: In the order of their addresses.
    func findAll(after email: String?, limit: Int) async throws -> [User]

    /// - Returns: The user after the change; `nil` when there is none, or the condition is not met.
    /// - Throws: ``DuplicateKeyError`` when the new identity or e-mail address is taken.
    func change(_ change: UserChange) async throws -> User?

    /// - Returns: Whether the user existed.
    func delete(id: String) async throws -> Bool
}
