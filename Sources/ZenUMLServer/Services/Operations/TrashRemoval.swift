import Domain
import Foundation
import Logging

/// Removes what has lain in the trash for long enough.
struct TrashRemoval: JobHandler {
    let store: any Store
    let clock: WallClock
    let logger: Logger

    /// - Throws: The first failure, after the other has been tried.
    func perform(_ job: Job) async throws {
        let date = clock.now - DiagramService.trashLifetime
        try await RemovalSteps(logger: logger).run(
            "Emptied the trash",
            [
                ("diagrams", { try await store.diagrams.removeDeleted(before: date) }),
                ("projects", { try await removeProjects(before: date) }),
            ])
    }

    /// First nobody can bring a project back, then go its diagrams, then the project: a removal that was broken off is gone on with.
    private func removeProjects(before date: Date) async throws -> Int {
        var total = 0
        while true {
            let projects = try await store.projects.beginRemoval(before: date)
            for project in projects {
                try Task.checkCancellation()
                _ = try await store.diagrams.removeAll(projectID: project.id)
                try await store.projects.finishRemoval(id: project.id)
            }
            total += projects.count
            if projects.isEmpty { return total }
        }
    }
}
