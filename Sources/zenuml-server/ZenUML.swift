import ArgumentParser
import UML

/// The commands of `zenuml` that need the server, in a program of their own.
@main
struct ZenUML: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zenuml",
        abstract: "A self-hosted service for UML diagrams.",
        version: Version.text,
        subcommands: [ServeCommand.self, DatabaseCommand.self, OpenAPICommand.self, SettingsCommand.self]
    )
}
