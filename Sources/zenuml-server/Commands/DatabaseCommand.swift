import ArgumentParser
import CommandLineSupport

/// What an operator does with a database.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ServerCommand.database.rawValue,
        abstract: ServerCommand.database.summary,
        subcommands: [
            DatabaseCheckCommand.self, DatabaseCopyCommand.self, DatabaseBackupCommand.self, DatabaseVerifyCommand.self,
            DatabaseRestoreCommand.self,
        ]
    )
}
