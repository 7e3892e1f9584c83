import Domain
import NIOCore

extension IPAddress {
    /// `nil` for what is no address of the internet, such as a path on this machine.
    ///
    /// Reads the bytes where the system's structures have them (POSIX `sockaddr_in`, RFC 3493 §3.3): which module the names of their fields
    /// belong to depends on the order in which a clean build happens to come to them.
    init?(_ address: SocketAddress?) {
        switch address {
        case .v4(let address):
            self.init(ipv4: UInt32(bigEndian: withUnsafeBytes(of: address.address) { $0.loadUnaligned(fromByteOffset: 4, as: UInt32.self) }))
        case .v6(let address):
            let (high, low) = withUnsafeBytes(of: address.address) { bytes in
                (bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
            }
            self.init(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
        default: return nil
        }
    }
}
