import ArgumentParser
import CommandLineSupport
import Domain
import Logging
import ZenUMLServer

/// Says what a database is, what it holds and what it lacks.
struct DatabaseCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Connect to a database and describe it, without changing it.",
        discussion:
            "Ends with 0 when all is in place, 1 when an index is missing (the server makes it when it starts), 78 when there is no such database."
    )

    @Option(help: "Default: the setting DATABASE_URL.")
    var databaseURL: String?

    func run() async throws {
        do {
            // What the driver logs is about the attempt; the one line that counts is the result.
            LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
            let settings = try await SettingsSources.settings(options: databaseURL.map { ["--database-url", $0] } ?? [])
            let inspection = try await OpenDatabase.inspect(settings.database)
            try Console.write(inspection.text)
            if !inspection.isComplete { throw ExitCode(1) }
        } catch let problem as StartProblem {
            Console.writeError("\(problem)")
            throw ExitCode(78)
        }
    }
}

extension StoreInspection {
    /// For people to read, a fact a line.
    fileprivate var text: String {
        let facts = [software, topology]
        let counts = collections.map { "\($0.name): \($0.count)" }
        let states = indexes.map { "\($0.name): \($0.isInPlace ? "in place" : "missing")" }
        return (facts + counts + states).joined(separator: "\n")
    }
}
