/// A setting that the server can't start with.
public struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    public let setting: Setting
    /// What is expected, and what is wrong when that can be said without repeating a secret.
    public let problem: String

    init(_ setting: Setting, _ problem: String) {
        self.setting = setting
        self.problem = problem
    }

    public var description: String { "\(setting.name): \(problem)" }
}
