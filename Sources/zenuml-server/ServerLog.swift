import Logging
import ZenUMLServer

/// The log of the server, on its standard output.
enum ServerLog {
    static func handler(label: String, _ settings: Settings) -> any LogHandler {
        switch settings.logFormat {
        case .json:
            return JSONLogHandler(label: label, level: settings.logLevel)
        case .text:
            var handler = StreamLogHandler.standardOutput(label: label)
            handler.logLevel = settings.logLevel
            return handler
        }
    }
}
