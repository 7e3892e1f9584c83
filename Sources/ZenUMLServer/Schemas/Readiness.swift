/// Whether the server should be sent requests, and why.
struct Readiness: Sendable {
    let isDraining: Bool
    let parts: [Part]

    var isReady: Bool { !isDraining && parts.allSatisfy { $0.state != .down } }

    /// One thing that the server depends on.
    struct Part: Sendable {
        enum State: String, Sendable, CaseIterable {
            case up, down
            /// The server goes on without it.
            case degraded
        }

        let name: String
        let state: State
        let latency: Duration
    }
}

extension Readiness: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("status", isReady ? "ready" : isDraining ? "draining" : "unavailable")
            json.field("parts", parts)
        }
    }
}

extension Readiness.Part: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("state", state.rawValue)
            json.field("latency_ms", (latency.seconds * 1_000_000).rounded() / 1000)
        }
    }
}
