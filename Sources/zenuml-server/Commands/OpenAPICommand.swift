import ArgumentParser
import CommandLineSupport
import ZenUMLServer

/// Prints the description of the HTTP API.
struct OpenAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ServerCommand.openapi.rawValue, abstract: ServerCommand.openapi.summary)

    func run() throws {
        try Console.write(APIDescription.json)
    }
}
