import ArgumentParser
import CommandLineSupport

/// The commands of the other program, for the list of all; they never run here.
enum ServerCommands {
    static let listed: [any ParsableCommand.Type] = [Serve.self, Database.self, OpenAPI.self, Settings.self]

    struct Serve: ParsableCommand {
        static let configuration = CommandConfiguration(ServerCommand.serve)
    }

    struct Database: ParsableCommand {
        static let configuration = CommandConfiguration(ServerCommand.database)
    }

    struct OpenAPI: ParsableCommand {
        static let configuration = CommandConfiguration(ServerCommand.openapi)
    }

    struct Settings: ParsableCommand {
        static let configuration = CommandConfiguration(ServerCommand.settings)
    }
}

extension CommandConfiguration {
    fileprivate init(_ command: ServerCommand) {
        self.init(commandName: command.rawValue, abstract: command.summary)
    }
}
