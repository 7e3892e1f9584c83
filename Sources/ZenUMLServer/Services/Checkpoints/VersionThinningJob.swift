import Domain
import Foundation

/// Removes what is superfluous of a diagram's versions: nobody who saves waits for it.
struct VersionThinningJob: JobHandler {
    struct Payload: Codable, Sendable {
        let diagramID: String
    }

    let versions: any VersionRepository
    let clock: WallClock

    func perform(_ job: Job) async throws {
        let diagramID = try job.payload(as: Payload.self).diagramID
        let superfluous = VersionThinning(now: clock.now).superfluous(among: try await versions.findAll(diagramID: diagramID))
        if !superfluous.isEmpty { try await versions.removeUnnamed(diagramID: diagramID, revisions: superfluous) }
    }
}
