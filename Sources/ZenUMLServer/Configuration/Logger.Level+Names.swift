import Logging

extension Logger.Level {
    /// The names of all levels, for error texts.
    static var names: String {
        allCases.map(\.rawValue).joined(separator: ", ")
    }
}
