import Logging

extension Logger {
    /// The same logger for a library, silent below a level: libraries say more than an operator wants to read.
    func atLeast(_ level: Logger.Level) -> Logger {
        Logger(label: label) { _ in LibraryLogHandler(self, level: max(logLevel, level)) }
    }
}
