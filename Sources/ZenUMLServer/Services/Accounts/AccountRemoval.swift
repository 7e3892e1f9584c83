import Domain
import Foundation
import Logging
import ServiceLifecycle

/// Removes all that belongs to a person.
///
/// A request that runs beside it, on this server or on another one, can still make something. So it is noted whose account was removed,
/// and for an hour, longer than any request takes, whatever is found of that person is removed again and again.
struct AccountRemoval: Service {
    private static let interval = Duration.seconds(20)
    /// How long it is looked for what is left, in seconds.
    static let watch: TimeInterval = 3600
    private static let watchedAtOnce = 1000
    private static let leftAtOnce = 100

    let store: any Store
    let clock: WallClock
    /// `nil` where nobody watches it.
    let logger: Logger?

    /// If it is broken off after its first step, it is finished all the same.
    func remove(_ userID: String) async throws {
        try await store.removedAccounts.note(userID: userID, at: clock.now)
        try await removeAll(of: userID)
    }

    func run() async throws {
        await repeatUntilShutdown(pause: Self.interval) { await removeLeftovers() }
    }

    func removeLeftovers() async {
        do {
            let now = clock.now
            for (userID, removedAt) in try await store.removedAccounts.findAll(limit: Self.watchedAtOnce) {
                try await removeAll(of: userID)
                if now.timeIntervalSince(removedAt) > Self.watch { try await store.removedAccounts.forget(userID: userID) }
            }
        } catch {
            logger?.warning("What is left of removed accounts could not be looked for", metadata: ["reason": "\(error)"])
        }
    }

    private func leaveAll(_ userID: String) async throws {
        while true {
            let memberships = try await store.accessLists.memberships(of: userID, limit: Self.leftAtOnce)
            if memberships.isEmpty { return }
            // Where somebody else was quicker to change the list, it comes again.
            for var list in try await store.accessLists.find(ids: memberships.map(\.id)) {
                list.members.removeAll { $0.userID == userID }
                _ = try await store.accessLists.store(list)
            }
        }
    }

    /// What lies in projects that have been handed over is their owners', also where it has not followed yet.
    private func returnOthers(_ userID: String) async throws {
        let ids = try await store.diagrams.projectIDs(ownerID: userID)
        for project in try await store.projects.find(ids: ids) where project.ownerID != userID {
            _ = try await store.diagrams.setOwner(project.ownerID, projectID: project.id)
        }
    }

    /// The person before the sessions, which let in a repetition until then.
    private func removeAll(of userID: String) async throws {
        try await leaveAll(userID)
        try await returnOthers(userID)
        _ = try await store.diagrams.removeAll(ownerID: userID)
        _ = try await store.projects.removeAll(ownerID: userID)
        try await store.accountTokens.removeAll(userID: userID)
        _ = try await store.users.delete(id: userID)
        try await store.refreshTokens.removeAll(userID: userID)
    }
}
