/// Whether the server should be sent requests, and why.
struct Readiness: Sendable {
    let isDraining: Bool
    let parts: [Part]

    var isReady: Bool { !isDraining && parts.allSatisfy(\.isUp) }

    /// One thing that the server depends on.
    struct Part: Sendable {
        let name: String
        let isUp: Bool
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
            json.field("state", isUp ? "up" : "down")
            json.field("latency_ms", (latency.seconds * 1_000_000).rounded() / 1000)
        }
    }
}
