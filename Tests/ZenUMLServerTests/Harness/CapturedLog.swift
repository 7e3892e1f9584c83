import Logging
import Synchronization

/// Everything that was logged, as text and as metadata.
final class CapturedLog: Sendable {
    struct Line: Sendable {
        let level: Logger.Level
        let message: String
        let metadata: [String: String]
    }

    private let stored = Mutex<[Line]>([])

    var lines: [Line] { stored.withLock { $0 } }

    /// The whole log as one text, to look for what must not be in it.
    var text: String {
        lines.map { line in ([line.message] + line.metadata.map { "\($0.key)=\($0.value)" }).joined(separator: " ") }.joined(separator: "\n")
    }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(log: self) }
    }

    private struct Handler: LogHandler {
        let log: CapturedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            let line = Line(level: event.level, message: event.message.description, metadata: all.mapValues(\.description))
            log.stored.withLock { $0.append(line) }
        }
    }
}
