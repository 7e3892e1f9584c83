public import AsyncHTTPClient
import Domain
import Mail

/// What differs between a server and a test of it: time, chance, other servers, and the price of a hash.
public struct Parts: Sendable {
    var clock = WallClock.system
    var random = RandomSource.system
    var http: OutboundHTTP
    var passwordCost = ScryptCost.standard
    var deadlines = ConnectionDeadlines()
    /// Counts against the rate limits; this server's memory, by default.
    var limiter: (any RateLimiter)?
    /// What this server shares with others.
    public var shared: SharedMemory?
    public var metrics = PrometheusMetrics()
    /// Takes mails; by default a server that the settings name.
    var mail: (any MailTransport)?
    /// Called with the port when the server takes connections.
    var started: @Sendable (_ port: Int) -> Void

    public init(client: HTTPClient, started: @escaping @Sendable (_ port: Int) -> Void) {
        self.init(http: OutboundHTTP(client: client), started: started)
    }

    init(http: OutboundHTTP, started: @escaping @Sendable (_ port: Int) -> Void = { _ in }) {
        self.http = http
        self.started = started
    }
}
