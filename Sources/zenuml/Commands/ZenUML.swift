import ArgumentParser
import UML

/// The command `zenuml`.
struct ZenUML: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zenuml",
        abstract: "A self-hosted service for UML diagrams.",
        version: Version.text,
        subcommands: [RenderCommand.self, CheckCommand.self, DiffCommand.self, MergeCommand.self] + ServerCommands.listed
    )
}
