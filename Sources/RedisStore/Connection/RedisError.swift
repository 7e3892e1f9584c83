/// Why Redis has not done what it was asked for.
enum RedisError: Error, Equatable {
    /// There is no connection at this moment.
    case disconnected
    /// It has failed so often just now that it is not asked.
    case circuitOpen
    /// The reply has not come in time; what was asked for may be done still.
    case timeout
    /// The connection ended before the reply, and perhaps why; what was asked for may have been done.
    case closed(String? = nil)
    /// Too much waits for replies, or to be sent.
    case overloaded
    /// What came is no reply that can be understood.
    case malformed
    /// Redis says no, and why.
    case refused(String)

    /// For a metric.
    var reason: String {
        switch self {
        case .disconnected: "disconnected"
        case .circuitOpen: "circuit_open"
        case .timeout: "timeout"
        case .closed: "closed"
        case .overloaded: "overloaded"
        case .malformed: "malformed"
        case .refused: "refused"
        }
    }

    static let reasons = [Self.disconnected, .circuitOpen, .timeout, .closed(), .overloaded, .malformed, .refused("")].map(\.reason)
}
