import ArgumentParser
import ZenUMLServer

/// Prints the table of settings, as the README shows it.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "settings", abstract: "Print the table of settings in Markdown.")

    func run() {
        print("| Variable | Option | Default | Meaning |\n|---|---|---|---|")
        for setting in Setting.allCases {
            let defaultValue = setting.defaultValue.map { "`\($0)`" } ?? ""
            print("| `\(setting.name)` | `\(setting.option)` | \(defaultValue) | \(setting.summary) |")
        }
    }
}
