import ArgumentParser
import CommandLineSupport

/// Does jobs without serving.
struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ServerCommand.work.rawValue,
        abstract: ServerCommand.work.summary,
        discussion: "Takes the settings that `zenuml serve` takes. Beside servers with WORKERS=0 it does what they leave to others."
    )

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Settings, such as --workers 4.", valueName: "settings"))
    var options: [String] = []

    func run() async throws {
        try await Server.start(options: options, to: .work)
    }
}
