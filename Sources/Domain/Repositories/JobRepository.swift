public import Foundation

/// The queue of jobs, which survives what the data survives.
///
/// Each method is one atomic operation on one record. Who works on a job holds its lease; a call with another one does nothing. Every
/// method throws ``StoreUnavailableError`` when the store can't be reached or refuses work.
public protocol JobRepository: Sendable {
    /// Stores a job, in place of one of that name that was given up.
    /// - Returns: Whether it was stored: it is not where one of that name is still to be done.
    func create(_ job: Job) async throws -> Bool

    /// Takes the job that has been due for longest, until `end`, and counts the attempt.
    /// - Parameter kinds: Those that the caller knows: others are for others, such as servers of a newer version.
    /// - Returns: `nil` when none is due.
    func claim(kinds: [String], lease: String, at now: Date, until end: Date) async throws -> Job?

    /// Keeps a job for longer.
    func extend(id: String, lease: String, until end: Date) async throws -> Bool

    /// What was done is removed.
    func finish(id: String, lease: String) async throws -> Bool

    func release(id: String, lease: String, _ failure: JobFailure) async throws -> Bool

    /// - Returns: The oldest first.
    func findAll(limit: Int) async throws -> [Job]

    func backlog() async throws -> JobBacklog

    /// Makes one due that was given up or waits for its next attempt, as if it had never been tried.
    /// - Returns: Whether there is one on which nobody works.
    func retry(id: String, at now: Date) async throws -> Bool

    /// Removes one, whatever its state.
    func drop(id: String) async throws -> Bool

    /// - Returns: The number of those removed that had been given up.
    func removeFailed(before date: Date) async throws -> Int
}
