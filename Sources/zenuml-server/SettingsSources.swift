import Configuration
import SystemPackage
import ZenUMLServer

/// Where settings come from: options, then the environment, then the file `.env`.
enum SettingsSources {
    /// - Parameter options: `--name value` or `--name=value`, in any order.
    /// - Throws: ``StartProblem``.
    static func settings(options: [String]) async throws -> Settings {
        let given = try parse(options)
        let values = Dictionary(
            uniqueKeysWithValues: given.map { setting, value in
                (AbsoluteConfigKey(setting.name.lowercased().split(separator: "_").map(String.init)), ConfigValue(.string(value), isSecret: false))
            })
        let file: EnvironmentVariablesProvider
        do {
            file = try await EnvironmentVariablesProvider(environmentFilePath: ".env", allowMissing: true)
        } catch {
            throw StartProblem(".env can't be read: \(error)")
        }
        do {
            return try Settings(
                reader: ConfigReader(providers: [InMemoryProvider(values: values), EnvironmentVariablesProvider(), file]))
        } catch let error as SettingsError {
            throw StartProblem("\(error)")
        }
    }

    private static func parse(_ options: [String]) throws -> [Setting: String] {
        var given: [Setting: String] = [:]
        var rest = options[...]
        while let option = rest.popFirst() {
            let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let setting = Setting(option: parts[0]) else {
                throw StartProblem("\(parts[0]) is no option; `zenuml help serve` lists them all")
            }
            guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
                throw StartProblem("\(option) expects a value")
            }
            given[setting] = value
        }
        return given
    }
}
