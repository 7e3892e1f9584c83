public import Foundation

/// The projects of all people; who may do what with them is decided above. Texts hold no U+0000, which not every store can keep.
///
/// What is removed takes its access list along.
///
/// Each method is one atomic operation on one record (those that name several: on each of them). Every method throws
/// ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol ProjectRepository: Sendable {
    /// - Throws: ``DuplicateKeyError`` when the id is taken.
    func create(_ project: Project) async throws

    /// Stores those whose ids are not taken.
    func create(_ projects: [Project]) async throws

    /// - Returns: Also one in the trash.
    func find(id: String) async throws -> Project?

    /// - Returns: Those that have one of the ids, in any order, also those in the trash.
    func find(ids: [String]) async throws -> [Project]

    /// How many projects a person has, with those in the trash.
    func count(ownerID: String) async throws -> Int

    func findAll(_ filter: ProjectFilter, _ page: ListPage) async throws -> [Project]

    /// Replaces name, description, archived and time of update of a project that is not in the trash.
    /// - Returns: Whether there is such a project.
    func update(_ project: Project) async throws -> Bool

    /// Gives a project to another person. What it holds is given by ``DiagramRepository/setOwner(_:projectID:)``.
    /// - Returns: Whether it was the former one's, and not in the trash.
    func setOwner(id: String, from former: String, to ownerID: String) async throws -> Bool

    /// Moves a project to the trash (`from` is `nil` then) or out of it.
    /// - Returns: The project after the change; `nil` unless it was where `from` says.
    func setDeleted(id: String, from: Date?, to: Date?) async throws -> Project?

    /// As ``setDeleted(id:from:to:)``, for those of several that are where `from` says.
    func setDeleted(ids: [String], from: Date?, to: Date?) async throws

    /// Marks those that were moved to the trash before `date` as being removed: nobody can bring them back any more.
    /// - Returns: Some that are being removed, also those that an earlier removal has left.
    func beginRemoval(before date: Date) async throws -> [Project]

    /// Removes a project that is being removed.
    func finishRemoval(id: String) async throws

    /// Removes all that a person has.
    /// - Returns: Their number.
    func removeAll(ownerID: String) async throws -> Int
}
