import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import ZenUMLServer

@Suite("Connection deadlines")
struct ConnectionDeadlineTests {
    private let head = HTTPRequestPart.head(HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/"))

    @Test func aHeadThatDoesNotComeEndsTheConnection() throws {
        let (channel, loop) = try connect()
        loop.advanceTime(by: .seconds(14))
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(3))
        #expect(!channel.isActive)
    }

    /// A byte a second keeps an idle timer content.
    @Test func aBodyThatDripsEndsTheConnection() throws {
        let (channel, loop) = try connect()
        try channel.writeInbound(head)
        for _ in 0..<29 {
            loop.advanceTime(by: .seconds(1))
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
        }
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(3))
        #expect(!channel.isActive)
    }

    @Test func aResponseThatIsNotTakenEndsTheConnection() throws {
        let (channel, loop) = try connect()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        loop.advanceTime(by: .seconds(59))
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(3))
        #expect(!channel.isActive)
    }

    @Test func exchangesInTimeKeepItOpen() throws {
        let (channel, loop) = try connect()
        for _ in 0..<10 {
            try exchange(on: channel, responseHeaders: [:])
            loop.advanceTime(by: .seconds(50))
            #expect(channel.isActive)
        }
    }

    @Test func aResponseThatSaysCloseCloses() throws {
        let (channel, _) = try connect()
        try exchange(on: channel, responseHeaders: [.connection: "close"])
        #expect(!channel.isActive)
    }

    private func connect() throws -> (EmbeddedChannel, EmbeddedEventLoop) {
        let loop = EmbeddedEventLoop()
        let channel = EmbeddedChannel(handler: ConnectionDeadlineHandler(deadlines: ConnectionDeadlines()), loop: loop)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return (channel, loop)
    }

    private func exchange(on channel: EmbeddedChannel, responseHeaders: HTTPFields) throws {
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.write(HTTPResponsePart.head(HTTPResponse(status: .ok, headerFields: responseHeaders)), promise: nil)
        channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
    }
}
