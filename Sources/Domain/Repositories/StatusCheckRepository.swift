/// The signs of life that clients have sent. Names hold no U+0000, which not every store can keep.
///
/// Every method throws ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol StatusCheckRepository: Sendable {
    /// - Throws: ``DuplicateKeyError`` when the id is taken.
    func create(_ statusCheck: StatusCheck) async throws

    /// - Parameters:
    ///   - limit: How many at most; 1 to 1001.
    ///   - position: Only those that come after this place in the list; `nil` for the start of the list.
    /// - Returns: Newest first.
    func findAll(limit: Int, after position: StatusCheckPosition?) async throws -> [StatusCheck]
}
