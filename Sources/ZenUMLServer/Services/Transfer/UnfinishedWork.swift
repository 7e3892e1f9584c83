import Domain

/// What was begun in a database and has to be brought to its end wherever its records go: removals of accounts, hand-overs of projects.
///
/// Other jobs stay behind: mails were sent long ago or hold links that count no more, and servers put their housekeeping into the queue anew.
enum UnfinishedWork {
    private static let most = 10_000

    static func copy(from source: any Store, to target: any Store) async throws {
        for (userID, removedAt) in try await source.removedAccounts.findAll(limit: most) {
            try await target.removedAccounts.note(userID: userID, at: removedAt)
        }
        for job in try await source.jobs.findAll(limit: most) where job.kind == JobKind.handOver.rawValue {
            // Without attempts and a lease: those were of other servers.
            let fresh = Job(id: job.id, kind: job.kind, payload: job.payload, createdAt: job.createdAt, runAt: job.runAt)
            _ = try await target.jobs.create(fresh)
        }
    }

    /// All jobs, too: whatever they are about is replaced.
    static func remove(from store: any Store) async throws {
        while case let jobs = try await store.jobs.findAll(limit: most), !jobs.isEmpty {
            for job in jobs { _ = try await store.jobs.drop(id: job.id) }
        }
        while case let removed = try await store.removedAccounts.findAll(limit: most), !removed.isEmpty {
            for (userID, _) in removed { try await store.removedAccounts.forget(userID: userID) }
        }
    }
}
