import Domain
import HTTPTypes

/// Tells a client's address from the proxies' before it.
struct ClientAddress: Sendable {
    let trustedProxies: [AddressRange]

    /// Goes through `X-Forwarded-For` from the nearest hop on, for as long as the hops are trusted: whatever stands before the first
    /// stranger was written by that stranger.
    func resolve(peer: IPAddress?, headers: HTTPFields) -> IPAddress? {
        guard var address = peer, !trustedProxies.isEmpty else { return peer }
        for hop in headers[values: .xForwardedFor].joined(separator: ",").split(separator: ",").reversed() {
            guard isTrusted(address), let next = IPAddress(hop.trimmingWhiteSpace()) else { return address }
            address = next
        }
        return address
    }

    private func isTrusted(_ address: IPAddress) -> Bool {
        trustedProxies.contains { $0.contains(address) }
    }
}
