import ArgumentParser
import Domain
import Foundation
import ZenUMLServer

/// Try a job that waits or was given up at once, or all of them.
struct JobsRetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Try a job that waits or was given up at once, or with --all each of them.")

    private static let most = 10_000

    @OptionGroup var options: OperatorOptions

    @Argument(help: "As `zenuml jobs list` names it.")
    var id: String?

    @Flag(help: "All on which nobody works.")
    var all = false

    func validate() throws {
        guard (id != nil) != all else { throw ValidationError("Name one job, or say --all.") }
    }

    func run() async throws {
        try await options.run { store, _ in
            let chosen = try await store.jobs.findAll(limit: Self.most).filter { id == nil || $0.id == id }
            var isDone = id == nil
            for job in chosen where try await store.jobs.retry(id: job.id, at: WallClock.system.now) {
                isDone = true
                try options.print(JobReport(job))
            }
            if let id, !isDone { throw JobProblem.notWaiting(id) }
        }
    }
}
