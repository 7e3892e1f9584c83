/// Earlier states of diagrams. They go with their diagram. Texts hold no U+0000, which not every store can keep.
///
/// Each method is one atomic operation on one record (`remove`: on each of several). Every method throws ``StoreUnavailableError`` when
/// the store can't be reached or refuses work.
public protocol VersionRepository: Sendable {
    /// Stores a version, unless its diagram is gone for good. One of the same revision that is there already stays, and takes over the name if it has none.
    func create(_ version: DiagramVersion) async throws

    func find(diagramID: String, revision: Int) async throws -> DiagramVersion?

    /// - Returns: The newest first.
    func findAll(diagramID: String) async throws -> [VersionFacts]

    /// Removes those that have no name.
    func removeUnnamed(diagramID: String, revisions: [Int]) async throws

    /// - Returns: Whether it was there.
    func remove(diagramID: String, revision: Int) async throws -> Bool
}
