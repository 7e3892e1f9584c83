import Domain
import Foundation
import NIOCore

extension IPAddress {
    /// `nil` for what is no address of the internet, such as a path on this machine.
    init?(_ address: SocketAddress?) {
        switch address {
        case .v4(let address): self.init(address.address.sin_addr)
        case .v6(let address): self.init(address.address.sin6_addr)
        default: return nil
        }
    }
}
