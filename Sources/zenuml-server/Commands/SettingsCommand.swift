import ArgumentParser
import CommandLineSupport
import ZenUMLServer

/// Prints the table of settings, as the README shows it.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ServerCommand.settings.rawValue, abstract: ServerCommand.settings.summary)

    func run() throws {
        try Console.write(Setting.table)
    }
}
