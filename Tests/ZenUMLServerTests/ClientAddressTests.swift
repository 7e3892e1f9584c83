import Domain
import HTTPTypes
import NIOCore
import Testing

@testable import ZenUMLServer

@Suite("Client addresses")
struct ClientAddressTests {
    @Test(arguments: [
        ("203.0.113.7", "10.0.0.1", "203.0.113.7"),
        ("198.51.100.1, 203.0.113.7", "10.0.0.1", "203.0.113.7"),
        ("198.51.100.1, 203.0.113.7, 10.9.9.9", "10.0.0.1", "203.0.113.7"),
        ("forged, 10.1.1.1", "10.0.0.1", "10.1.1.1"),
        ("203.0.113.7", "192.0.2.1", "192.0.2.1"),
        ("", "10.0.0.1", "10.0.0.1"),
        ("2001:db8::1", "fd00::5", "2001:db8::1"),
        ("::ffff:203.0.113.7", "10.0.0.1", "203.0.113.7"),
    ])
    func theLastStrangerIsTheClient(_ forwarded: String, _ peer: String, _ client: String) throws {
        let ranges = try ["10.0.0.0/8", "fd00::/8"].map { try #require(AddressRange($0)) }
        let resolved = ClientAddress(trustedProxies: ranges).resolve(peer: IPAddress(peer), headers: [.xForwardedFor: forwarded])
        #expect(resolved?.description == client)
    }

    @Test func networksAreMatchedBitByBit() throws {
        let range = try #require(AddressRange("192.0.2.128/25"))
        #expect(range.contains(try #require(IPAddress("192.0.2.128"))))
        #expect(range.contains(try #require(IPAddress("192.0.2.255"))))
        #expect(!range.contains(try #require(IPAddress("192.0.2.127"))))
        #expect(!range.contains(try #require(IPAddress("::1"))))
        #expect(try #require(AddressRange("0.0.0.0/0")).contains(try #require(IPAddress("8.8.8.8"))))
    }

    @Test(arguments: ["", "10.0.0.0/33", "10.0.0/8", "x", "::1/129", "10.0.0.1/-1", "10.0.0.1/8/8"])
    func otherTextsAreNoNetworks(_ text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test func anIPv6ClientCountsByItsNetwork() throws {
        let first = try #require(IPAddress("2001:db8:1:2:aaaa::1"))
        let second = try #require(IPAddress("2001:db8:1:2:bbbb::2"))
        #expect(first.network == second.network)
        #expect(first.network != (try #require(IPAddress("2001:db8:1:3::1"))).network)
    }

    @Test(arguments: ["192.0.2.1", "127.0.0.1", "2001:db8::1", "::1", "::ffff:192.0.2.7"])
    func aPeersAddressIsThatOfItsSocket(_ text: String) throws {
        #expect(IPAddress(try SocketAddress(ipAddress: text, port: 8000)) == IPAddress(text))
        #expect(IPAddress(try SocketAddress(unixDomainSocketPath: "/tmp/x")) == nil)
    }
}
