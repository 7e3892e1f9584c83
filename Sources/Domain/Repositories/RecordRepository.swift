/// All records of a store, for moving them to another one.
///
/// Every method throws ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol RecordRepository: Sendable {
    /// - Parameters:
    ///   - id: Only records with a greater id, compared byte by byte; `nil` for the first ones.
    ///   - limit: How many at most.
    /// - Returns: In ascending order of their ids.
    func records(in collection: StoredRecord.Collection, after id: String?, limit: Int) async throws -> [StoredRecord]

    /// Stores records of one collection; those whose ids are there already are replaced.
    /// - Throws: ``DuplicateKeyError`` when another record holds the address, identity or token of one of them. Others of them may
    ///   have been stored then.
    func put(_ records: [StoredRecord]) async throws

    /// Removes those of the ids that are there, with what a store keeps of each beside it.
    func remove(_ ids: [String], in collection: StoredRecord.Collection) async throws
}
