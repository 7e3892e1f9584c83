import Foundation
public import Logging
import NIOCore

/// Writes one JSON object a line: `timestamp`, `level`, `message`, `logger` and the metadata.
public struct JSONLogHandler: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level
    private let label: String
    private let write: @Sendable (String) -> Void

    /// - Parameter write: Takes a line with its end, all at once.
    public init(label: String, level: Logger.Level, write: @escaping @Sendable (String) -> Void = standardOutput) {
        self.label = label
        logLevel = level
        self.write = write
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var json = JSONWriter()
        json.object { json in
            json.field("timestamp", Date())
            json.field("level", event.level.rawValue)
            json.field("message", event.message.description)
            json.field("logger", label)
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            for (name, value) in all.sorted(by: { $0.key < $1.key }) {
                json.field(named: name, MetadataJSON(value: value))
            }
        }
        write(String(buffer: json.buffer) + "\n")
    }

    /// Numbers stay numbers, so that they can be summed up.
    private struct MetadataJSON: JSONWritable {
        let value: Logger.MetadataValue

        func write(to json: inout JSONWriter) {
            switch value {
            case .stringConvertible(let number as Int): json.number(number)
            case .stringConvertible(let number as Double): json.number(number)
            default: json.string(value.description)
            }
        }
    }

    /// Writes to the standard output. Like swift-log's own handler it waits when nobody reads: a line that is lost helps nobody, and
    /// whoever starts the server reads its output.
    public static let standardOutput: @Sendable (String) -> Void = { line in
        var line = line
        line.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let written = Foundation.write(STDOUT_FILENO, start, rest.count)
                guard written > 0 || errno == EINTR else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(written, 0)))
            }
        }
    }
}
