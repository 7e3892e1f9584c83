public import Foundation

/// The diagrams of all people. Texts hold no U+0000, which not every store can keep.
///
/// Each method is one atomic operation on one record (those that name a project or a person: on each of several). Every method throws
/// ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol DiagramRepository: Sendable {
    /// - Throws: ``DuplicateKeyError`` when the id is taken.
    func create(_ diagram: Diagram) async throws

    /// - Returns: The person's diagram, also one in the trash.
    func find(id: String, ownerID: String) async throws -> Diagram?

    /// Those of a project that are not in the trash.
    func findAll(projectID: String, ownerID: String, _ page: ListPage) async throws -> [DiagramSummary]

    /// A person's diagrams that are not in the trash, the one changed last first.
    func findRecent(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary]

    /// Those in the trash, the one deleted last first.
    func findDeleted(ownerID: String, after position: ListPosition?, limit: Int) async throws -> [DiagramSummary]

    /// Changes a diagram that is not in the trash, if it is at the change's revision, and counts the revision up.
    /// - Returns: The diagram after the change; `nil` when nothing was changed.
    func change(_ change: DiagramChange) async throws -> Diagram?

    /// Moves a diagram to the trash (`from` is `nil` then) or out of it.
    /// - Returns: Whether it was where `from` says.
    func setDeleted(id: String, ownerID: String, from: Date?, to: Date?) async throws -> Bool

    /// As ``setDeleted(id:ownerID:from:to:)``, for all diagrams of a project that are where `from` says.
    /// - Returns: Their number.
    func setDeleted(projectID: String, ownerID: String, from: Date?, to: Date?) async throws -> Int

    /// Removes a diagram, wherever it is, for good.
    /// - Returns: Whether there was one.
    func remove(id: String, ownerID: String) async throws -> Bool

    /// Removes the diagrams that were moved to the trash before `date`.
    /// - Returns: Their number.
    func removeDeleted(before date: Date) async throws -> Int

    /// Removes all that a person has.
    func removeAll(ownerID: String) async throws -> Int

    /// How many diagrams a person has, with those in the trash.
    func count(ownerID: String) async throws -> Int

    /// How many diagrams of which kind each project has, without those in the trash.
    /// - Returns: By project and kind; nothing for a project that has none.
    func counts(projectIDs: [String]) async throws -> [String: [String: Int]]

    /// The diagrams whose name or source has every one of the words, in any case, the last of them at least as its beginning. First
    /// come those with most of the words in their name, then the newest. Those in the trash are left out.
    func search(_ words: SearchWords, ownerID: String, offset: Int, limit: Int) async throws -> [SearchHit]
}
