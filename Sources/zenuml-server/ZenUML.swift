import ArgumentParser
import UML

/// The commands of `zenuml` that need the server, in a program of their own.
@main
struct ZenUML: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zenuml",
        abstract: "The server, and what its operators do.",
        version: Version.text,
        subcommands: [
            ServeCommand.self, WorkCommand.self, UserCommand.self, JobsCommand.self, DatabaseCommand.self, OpenAPICommand.self, SettingsCommand.self,
        ]
    )
}
