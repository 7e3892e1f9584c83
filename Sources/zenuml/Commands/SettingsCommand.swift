import ArgumentParser
import ZenUMLServer

/// Prints the table of settings, as the README shows it.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "settings", abstract: "Print the table of settings in Markdown.")

    func run() {
        print(Setting.table)
    }
}
