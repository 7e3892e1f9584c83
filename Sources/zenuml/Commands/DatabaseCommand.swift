import ArgumentParser

/// What an operator does with a database.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract: "Look at a database, or move its data to another one.",
        subcommands: [DatabaseCheckCommand.self, DatabaseCopyCommand.self]
    )
}
