import ArgumentParser
import CommandLineSupport

/// The commands of the other program, for the list of all; they never run here.
enum ServerCommands {
    static let listed: [any ParsableCommand.Type] = [
        Serve.self, Work.self, User.self, Jobs.self, Database.self, OpenAPI.self, Settings.self,
    ]

    struct Serve: ParsableCommand {
        static let configuration = CommandConfiguration(ServerCommand.serve)
    }

    struct Work: ParsableCommand {
        static let configuration = CommandConfiguration(ServerCommand.work)
    }

    struct User: ParsableCommand {
        static let configuration = CommandConfiguration(ServerCommand.user)
    }

    struct Jobs: ParsableCommand {
        static let configuration = CommandConfiguration(ServerCommand.jobs)
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
