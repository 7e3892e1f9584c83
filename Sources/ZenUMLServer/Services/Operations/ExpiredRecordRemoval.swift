import Domain
import Foundation
import Logging

/// Removes what has expired: sessions, sign-ins, tokens, jobs that were given up long ago.
struct ExpiredRecordRemoval: JobHandler {
    /// In seconds: how long a job that was given up can be looked at.
    static let failedJobLifetime: TimeInterval = 30 * 86_400

    let store: any Store
    let clock: WallClock
    let logger: Logger

    /// - Throws: The first failure, after all the others have been tried.
    func perform(_ job: Job) async throws {
        let now = clock.now
        try await RemovalSteps(logger: logger).run(
            "Removed expired records",
            [
                ("sessions", { try await store.refreshTokens.removeExpired(before: now) }),
                ("sign_ins", { try await store.signIns.removeExpired(before: now) }),
                ("account_tokens", { try await store.accountTokens.removeExpired(before: now) }),
                ("jobs", { try await store.jobs.removeFailed(before: now - Self.failedJobLifetime) }),
            ])
    }
}
