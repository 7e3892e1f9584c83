import CMongo
import Logging
import Synchronization

/// What libmongoc has to say, in this program's log and without passwords.
enum DriverLog {
    private static let secrets = Mutex<Set<String>>([])

    /// Loads and starts the driver, once.
    /// - Throws: ``MongoError`` when it is not installed.
    static func start() throws {
        if let obstacle { throw MongoError(code: nil, message: "the MongoDB driver (Debian: libmongoc-1.0-0) can't be loaded: \(obstacle)") }
    }

    private static let obstacle: String? = cmongo_start { level, message in
        DriverLog.write(level, String(cString: message))
    }
    .map { String(cString: $0) }

    /// From now on this text is never shown.
    static func conceal(_ secret: String) {
        guard !secret.isEmpty else { return }
        _ = secrets.withLock { $0.insert(secret) }
    }

    static func concealing(_ text: String) -> String {
        secrets.withLock { $0 }.reduce(text) { $0.replacing($1, with: "***") }
    }

    private static func write(_ level: Int32, _ message: String) {
        let level: Logger.Level =
            switch level {
            case 0, 1: .error
            case 2: .warning
            case 3, 4: .info
            default: .trace
            }
        Logger(label: "mongodb").log(level: level, "\(concealing(message))")
    }
}
