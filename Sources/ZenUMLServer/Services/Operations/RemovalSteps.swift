import Logging

/// Removals of which none keeps the others from theirs when it fails.
struct RemovalSteps {
    let logger: Logger

    /// - Parameters:
    ///   - message: Logged with the number of each, if anything was removed.
    ///   - steps: Each returns how many it has removed.
    /// - Throws: The first failure, after all the others have been tried.
    func run(_ message: Logger.Message, _ steps: [(name: String, remove: () async throws -> Int)]) async throws {
        var counts: Logger.Metadata = [:]
        var failure: (any Error)?
        for (name, remove) in steps {
            do {
                let count = try await remove()
                if count > 0 { counts[name] = "\(count)" }
            } catch {
                failure = failure ?? error
            }
        }
        if !counts.isEmpty { logger.info(message, metadata: counts) }
        if let failure { throw failure }
    }
}
