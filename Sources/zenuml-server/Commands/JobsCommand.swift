import ArgumentParser
import CommandLineSupport

/// What an operator does with the queue of jobs.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ServerCommand.jobs.rawValue,
        abstract: ServerCommand.jobs.summary,
        discussion: "Works on the database itself, also while servers run. What was given up is kept for 30 days.",
        subcommands: [JobsListCommand.self, JobsRetryCommand.self, JobsDropCommand.self]
    )
}
