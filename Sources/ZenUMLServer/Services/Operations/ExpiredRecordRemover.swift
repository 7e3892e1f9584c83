import Domain
import Foundation
import Logging
public import ServiceLifecycle

/// Removes what has expired from the store, and what has lain in the trash for long enough, now and every hour.
public struct ExpiredRecordRemover: Service {
    private static let interval = Duration.seconds(3600)

    let store: any Store
    let clock: WallClock
    let logger: Logger

    public func run() async throws {
        await repeatUntilShutdown(pause: Self.interval) { await removeOnce() }
    }

    /// First nobody can bring a project back, then go its diagrams, then the project: a removal that was broken off is gone on with.
    private func removeProjects(before date: Date) async throws -> Int {
        var total = 0
        while true {
            let projects = try await store.projects.beginRemoval(before: date)
            for project in projects {
                _ = try await store.diagrams.removeAll(projectID: project.id)
                try await store.projects.finishRemoval(id: project.id)
            }
            total += projects.count
            if projects.isEmpty { return total }
        }
    }

    func removeOnce() async {
        let now = clock.now
        let trashed = now.addingTimeInterval(-DiagramService.trashLifetime)
        // What fails in one of them doesn't keep the others from theirs.
        let sessions = await step { try await store.refreshTokens.removeExpired(before: now) }
        let signIns = await step { try await store.signIns.removeExpired(before: now) }
        let tokens = await step { try await store.accountTokens.removeExpired(before: now) }
        let diagrams = await step { try await store.diagrams.removeDeleted(before: trashed) }
        let jobs = await step { try await store.jobs.removeFailed(before: trashed) }
        let projects = await step { try await removeProjects(before: trashed) }
        if sessions + signIns + tokens + diagrams + projects + jobs > 0 {
            logger.info(
                "Removed expired records",
                metadata: [
                    "sessions": "\(sessions)", "sign_ins": "\(signIns)", "account_tokens": "\(tokens)", "diagrams": "\(diagrams)",
                    "projects": "\(projects)", "jobs": "\(jobs)",
                ])
        }
    }

    private func step(_ work: () async throws -> Int) async -> Int {
        do {
            return try await work()
        } catch {
            logger.warning("Expired records could not be removed", metadata: ["reason": "\(error)"])
            return 0
        }
    }
}
