import Domain
import Logging
public import ServiceLifecycle

/// Puts into the queue what is to be done now and every hour. Of several servers each does so: while it waits there, it is there once.
public struct HousekeepingSchedule: Service {
    private static let interval = Duration.seconds(3600)
    private static let kinds = [JobKind.removeExpired, .emptyTrash]

    private struct Nothing: Codable, Sendable {}

    let queue: JobQueue
    let logger: Logger

    public func run() async throws {
        await repeatUntilShutdown(pause: Self.interval) { await addOnce() }
    }

    func addOnce() async {
        for kind in Self.kinds {
            do {
                try await queue.add(kind, named: "hourly", Nothing())
            } catch {
                logger.warning("The housekeeping can't be put into the queue; it is tried again in an hour", metadata: ["reason": "\(error)"])
            }
        }
    }
}
