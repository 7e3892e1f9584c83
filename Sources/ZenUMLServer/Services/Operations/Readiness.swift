/// Whether the server should be sent requests, and why.
struct Readiness: Sendable {
    let isDraining: Bool
    let parts: [ReadinessPart]

    var isReady: Bool { !isDraining && parts.allSatisfy(\.isUp) }
}
