public import Foundation

/// The diagrams of all people; who may do what with them is decided above. Texts hold no U+0000, which not every store can keep.
///
/// What is removed takes its versions and its access list along. A diagram is in the trash if it was moved there, or if its project was: so one record decides over all that a project holds.
///
/// Each method is one atomic operation on one record (those that create or remove several: on each of them). Every method throws
/// ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol DiagramRepository: Sendable {
    /// - Throws: ``DuplicateKeyError`` when the id is taken.
    func create(_ diagram: Diagram) async throws

    /// Stores those whose ids are not taken.
    func create(_ diagrams: [Diagram]) async throws

    /// - Returns: Also one in the trash. Its time of deletion is that of its project where it went along.
    func find(id: String) async throws -> Diagram?

    /// Those of a project that were not moved to the trash themselves.
    func findAll(projectID: String, _ page: ListPage) async throws -> [DiagramSummary]

    /// Those that have one of the ids and are not in the trash, in any order.
    func findAll(ids: [String]) async throws -> [DiagramSummary]

    /// As ``findAll(ids:)``, with what a search shows of each.
    func findAll(ids: [String], around words: SearchWords) async throws -> [FoundDiagram]

    /// A person's diagrams that are not in the trash, the one changed last first.
    func findRecent(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary]

    /// Those in the trash, themselves or with their projects, the one deleted last first.
    func findDeleted(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary]

    /// Changes a diagram that is not in the trash, if it is at the change's revision, and counts the revision up.
    /// - Returns: The diagram after the change; `nil` when nothing was changed.
    func change(_ change: DiagramChange) async throws -> Diagram?

    /// The projects in which a person's diagrams lie.
    func projectIDs(ownerID: String) async throws -> [String]

    /// What a project holds, with what is in the trash.
    func usage(projectID: String) async throws -> StorageUsage

    /// Gives all that a project holds, also what is in the trash, to a person.
    /// - Returns: How many were somebody else's.
    func setOwner(_ ownerID: String, projectID: String) async throws -> Int

    /// Moves a diagram itself to the trash (`from` is `nil` then) or out of it.
    /// - Returns: Whether it was where `from` says.
    func setDeleted(id: String, from: Date?, to: Date?) async throws -> Bool

    /// Removes a diagram, wherever it is, for good.
    /// - Returns: Whether there was one.
    func remove(id: String) async throws -> Bool

    /// Removes the diagrams that were moved to the trash themselves before `date`.
    /// - Returns: Their number.
    func removeDeleted(before date: Date) async throws -> Int

    /// Removes all that a project holds.
    /// - Returns: Their number.
    func removeAll(projectID: String) async throws -> Int

    /// Removes all that a person has.
    /// - Returns: Their number.
    func removeAll(ownerID: String) async throws -> Int

    /// What a person has, with what is in the trash.
    func usage(ownerID: String) async throws -> StorageUsage

    /// How many diagrams of which kind each project has, without those that were moved to the trash themselves.
    /// - Returns: By project and kind; nothing for a project that has none.
    func counts(projectIDs: [String]) async throws -> [String: [String: Int]]

    /// The diagrams of a scope whose name or source has every one of the words, in any case, the last of them at least as its beginning.
    /// First come those with most of the words in their name, then the newest. Those in the trash are left out.
    /// - Returns: The first `limit` of an order that is the same for any `limit`.
    func search(_ words: SearchWords, in scope: SearchScope, limit: Int) async throws -> [SearchHit]
}
