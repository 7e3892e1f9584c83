import ArgumentParser
import Domain
import ZenUMLServer

/// Remove a job, so that it is never done.
struct JobsDropCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "drop", abstract: "Remove a job, so that it is never done.")

    @OptionGroup var options: OperatorOptions

    @Argument(help: "As `zenuml jobs list` names it.")
    var id: String

    func run() async throws {
        try await options.run { store, _ in
            guard try await store.jobs.drop(id: id) else { throw JobProblem.unknown(id) }
        }
    }
}
