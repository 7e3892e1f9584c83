public import Foundation

/// An IPv4 or IPv6 address. An IPv4 address in IPv6 clothing (`::ffff:192.0.2.1`) is the IPv4 address.
///
/// Two numbers and no array: each request carries one along.
public struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    public let isIPv4: Bool
    /// The address in the lower bits, most significant first: 32 of an IPv4 address, 128 of an IPv6 address.
    public let high: UInt64
    public let low: UInt64

    public init(ipv4: UInt32) {
        isIPv4 = true
        high = 0
        low = UInt64(ipv4)
    }

    public init(high: UInt64, low: UInt64) {
        let isMapped = high == 0 && low >> 32 == 0xFFFF
        isIPv4 = isMapped
        self.high = high
        self.low = isMapped ? low & 0xFFFF_FFFF : low
    }

    /// - Parameter text: `192.0.2.1` or `2001:db8::1`, without brackets and port.
    public init?(_ text: some StringProtocol) {
        let text = String(text)
        var v4 = in_addr()
        var v6 = in6_addr()
        if inet_pton(AF_INET, text, &v4) == 1 {
            self.init(v4)
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            self.init(v6)
        } else {
            return nil
        }
    }

    public init(_ address: in_addr) {
        self.init(ipv4: UInt32(bigEndian: address.s_addr))
    }

    public init(_ address: in6_addr) {
        let (high, low) = withUnsafeBytes(of: address) { ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) }
        self.init(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
    }

    /// Number of bits.
    public var width: Int { isIPv4 ? 32 : 128 }

    public var isLoopback: Bool {
        isIPv4 ? low >> 24 == 127 : high == 0 && low == 1
    }

    /// The address to count requests by: a person has a whole /64 of IPv6 addresses to choose from.
    public var network: IPAddress {
        isIPv4 ? self : IPAddress(high: high, low: 0)
    }

    public var description: String {
        if isIPv4 { return [24, 16, 8, 0].map { String(low >> $0 & 0xFF) }.joined(separator: ".") }
        var address = in6_addr()
        withUnsafeMutableBytes(of: &address) { bytes in
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(AF_INET6, &address, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
