import ArgumentParser
import ZenUMLServer

/// The command `zenuml`.
@main
struct ZenUML: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zenuml",
        abstract: "A self-hosted service for UML diagrams.",
        version: Version.text,
        subcommands: [
            ServeCommand.self, RenderCommand.self, CheckCommand.self, DatabaseCommand.self, OpenAPICommand.self, SettingsCommand.self,
        ]
    )
}
