/// How long what may take.
struct MongoTimeouts: Sendable {
    let serverSelection: Duration
    let connect: Duration
    /// Between two signs of life of each member.
    let heartbeat: Duration
    /// For one answer of the server; the driver tries some commands a second time.
    let socket: Duration
    /// For the server's own work on a command; it gives up itself then, so nothing goes on that nobody waits for.
    let command: Duration
    /// For the secondaries' acknowledgement of a write.
    let writeConcern: Duration
    /// Until a thread takes up the call.
    let start: Duration
    /// For the whole call, whatever the driver does.
    let finish: Duration

    /// A request's: it has failed within 4 s.
    static let request = MongoTimeouts(
        serverSelection: .seconds(2), connect: .seconds(1), heartbeat: .seconds(2), socket: .milliseconds(1500), command: .milliseconds(1400),
        writeConcern: .milliseconds(1400), start: .milliseconds(900), finish: .milliseconds(3500)
    )

    /// For looking at a deployment before anything is done with it.
    static let inspection = MongoTimeouts(
        serverSelection: .seconds(3), connect: .seconds(2), heartbeat: .seconds(2), socket: .seconds(5), command: .seconds(4),
        writeConcern: .seconds(4), start: .seconds(5), finish: .seconds(12)
    )

    /// For building indexes and copying data, which may take minutes; a server that is away is still noticed in seconds.
    static let administration = MongoTimeouts(
        serverSelection: .seconds(3), connect: .seconds(2), heartbeat: .seconds(2), socket: .seconds(3600), command: .seconds(3600),
        writeConcern: .seconds(60),
        start: .seconds(3600), finish: .seconds(7200)
    )
}

extension Duration {
    var milliseconds: Int32 {
        Int32(clamping: components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
