/// One thing that the server depends on.
struct ReadinessPart: Sendable {
    let name: String
    let isUp: Bool
    let latency: Duration
}
