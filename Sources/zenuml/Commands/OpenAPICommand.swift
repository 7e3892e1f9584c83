import ArgumentParser
import ZenUMLServer

/// Prints the description of the HTTP API.
struct OpenAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "openapi", abstract: "Print the API's OpenAPI document.")

    func run() {
        print(APIDescription.json)
    }
}
