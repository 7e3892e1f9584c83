import NIOCore

/// How long a client may take for the parts of an exchange.
struct ConnectionDeadlines: Sendable {
    /// For the first request line and headers of a connection.
    var firstHead = TimeAmount.seconds(15)
    /// For the next ones, idle time included.
    var nextHead = TimeAmount.seconds(60)
    /// For the whole of a body.
    var body = TimeAmount.seconds(30)
    /// From the end of a request until its response has been taken.
    var response = TimeAmount.seconds(60)
    /// How often the clock is looked at.
    var interval = TimeAmount.seconds(2)
}
