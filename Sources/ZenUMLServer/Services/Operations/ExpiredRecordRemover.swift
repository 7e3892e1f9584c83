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
        await cancelWhenGracefulShutdown {
            repeat {
                await removeOnce()
            } while (try? await Task.sleep(for: Self.interval)) != nil
        }
    }

    func removeOnce() async {
        do {
            let now = clock.now
            let sessions = try await store.refreshTokens.removeExpired(before: now)
            let signIns = try await store.signIns.removeExpired(before: now)
            let trashed = now.addingTimeInterval(-DiagramService.trashLifetime)
            let diagrams = try await store.diagrams.removeDeleted(before: trashed)
            let projects = try await store.projects.removeDeleted(before: trashed)
            if sessions + signIns + diagrams + projects > 0 {
                logger.info(
                    "Removed expired records",
                    metadata: [
                        "sessions": "\(sessions)", "sign_ins": "\(signIns)", "diagrams": "\(diagrams)", "projects": "\(projects)",
                    ])
            }
        } catch {
            logger.warning("Expired records could not be removed", metadata: ["reason": "\(error)"])
        }
    }
}
