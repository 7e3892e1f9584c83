import ArgumentParser
import Domain
import ZenUMLServer

/// List the jobs that are not done, one a line.
struct JobsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the jobs that are not done, one a line.")

    private static let most = 10_000

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        try await options.run { store, _ in
            for job in try await store.jobs.findAll(limit: Self.most) { try options.print(JobReport(job)) }
        }
    }
}
