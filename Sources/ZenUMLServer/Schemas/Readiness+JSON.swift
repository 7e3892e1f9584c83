extension Readiness: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("status", isReady ? "ready" : isDraining ? "draining" : "unavailable")
            json.field("parts", parts)
        }
    }
}

extension ReadinessPart: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("name", name)
            json.field("state", isUp ? "up" : "down")
            json.field("latency_ms", (latency.seconds * 1_000_000).rounded() / 1000)
        }
    }
}
