import Logging

/// Hands on what a library logs.
///
/// Hummingbird makes a logger with an id for each request. swift-log's own handler writes its metadata out whenever it changes, which was
/// 3 % of what a request cost; this one does when something is logged.
struct LibraryLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    private let logger: Logger

    init(_ logger: Logger, level: Logger.Level) {
        self.logger = logger
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        logger.log(
            level: event.level,
            event.message,
            metadata: metadata.merging(event.metadata ?? [:]) { _, new in new },
            source: event.source,
            file: event.file,
            function: event.function,
            line: event.line
        )
    }
}
