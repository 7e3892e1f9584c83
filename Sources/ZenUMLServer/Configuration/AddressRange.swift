import Domain

/// A network in CIDR notation (RFC 4632, RFC 4291 §2.3), or a single address.
struct AddressRange: Sendable, Equatable {
    static let expected = "an address or a network such as 10.0.0.0/8"

    private let network: IPAddress
    private let prefixLength: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let network = IPAddress(parts[0]) else { return nil }
        guard let length = parts.count == 1 ? network.width : Int(parts[1]), (0...network.width).contains(length) else { return nil }
        self.network = network
        prefixLength = length
    }

    func contains(_ address: IPAddress) -> Bool {
        guard address.isIPv4 == network.isIPv4 else { return false }
        guard !network.isIPv4 else { return Self.agree(address.low << 32, network.low << 32, in: prefixLength) }
        return Self.agree(address.high, network.high, in: min(prefixLength, 64)) && Self.agree(address.low, network.low, in: prefixLength - 64)
    }

    /// Whether two numbers have the same leading bits.
    private static func agree(_ first: UInt64, _ second: UInt64, in bits: Int) -> Bool {
        bits <= 0 || (first ^ second) >> (64 - bits) == 0
    }
}
