import Logging

extension Logger {
    /// The same logger, silent below a level: libraries say more than an operator wants to read.
    func atLeast(_ level: Logger.Level) -> Logger {
        var logger = self
        logger.logLevel = max(logLevel, level)
        return logger
    }
}
