import Domain
import Foundation

/// Brings a hand-over to its end: where the server died over it, and for what was made beside it.
struct HandOverJob: JobHandler {
    struct Payload: Codable, Sendable {
        let projectID: String
    }

    /// In seconds: longer than a request takes that read the project before.
    static let delay: TimeInterval = 90

    let handOvers: HandOverService

    func perform(_ job: Job) async throws {
        try await handOvers.finish(job.payload(as: Payload.self).projectID)
    }
}
