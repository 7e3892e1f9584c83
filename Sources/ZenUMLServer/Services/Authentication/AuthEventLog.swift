import Domain
import Logging
import Metrics

/// Logs and counts what happens to accounts and sessions. No token, password or e-mail address is among its words.
struct AuthEventLog: Sendable {
    private let logger: Logger
    private let counters: [AuthEvent: Counter]

    init(logger: Logger, metrics: any MetricsFactory) {
        self.logger = logger
        counters = Dictionary(
            uniqueKeysWithValues: AuthEvent.allCases.map { event in
                (event, Counter(label: "zenuml_auth_events_total", dimensions: [("event", event.rawValue)], factory: metrics))
            }
        )
    }

    /// - Parameter details: Ids of users and sessions, and the reason of a failure.
    func record(_ event: AuthEvent, _ caller: Caller, _ details: [String: String] = [:]) {
        counters[event]?.increment()
        var metadata = details.mapValues { Logger.MetadataValue.string($0) }
        metadata["event"] = .string(event.rawValue)
        metadata["request_id"] = .string(caller.requestID)
        metadata["ip"] = .string(caller.client.ip)
        logger.log(level: event == .reuseDetected ? .warning : .info, "auth", metadata: metadata)
    }
}
