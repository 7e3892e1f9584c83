import ArgumentParser
import CommandLineSupport
import ZenUMLServer

/// Starts the server.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ServerCommand.serve.rawValue,
        abstract: ServerCommand.serve.summary,
        discussion: """
            Each setting can be given as an option, as an environment variable or in a file .env; the first of these counts.

            \(Setting.allCases.map { "\($0.option) (\($0.name))\n    \($0.summary)\($0.defaultValue.map { " [\($0)]" } ?? "")" }.joined(separator: "\n"))
            """
    )

    /// The options are read by the table of settings, so that none is written down twice.
    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Settings, such as --port 9000.", valueName: "settings"))
    var options: [String] = []

    func run() async throws {
        try await Server.start(options: options, to: .serve)
    }
}
