import NIOCore
import NIOEmbedded
import Testing

@testable import RedisStore

@Suite("Commands and replies of a connection")
struct RedisChannelHandlerTests {
    @Test func commandsAreSentAtOnceAndAnsweredInTheirOrder() throws {
        let redis = try EmbeddedRedis()
        for name in ["a", "b", "c"] { redis.submit(name) }
        for name in ["a", "b", "c"] {
            #expect(try redis.channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "*2\r\n$4\r\nECHO\r\n$1\r\n\(name)\r\n"))
        }
        try redis.receive("+1\r\n+2")
        #expect(redis.isAnswered("a", "1") && redis.outcomeCount == 1)
        try redis.receive("\r\n+3\r\n")
        #expect(redis.isAnswered("b", "2") && redis.isAnswered("c", "3"))
    }

    /// A reply that nobody waits for any more is nobody else's.
    @Test func aLateReplyIsHandedToNobody() throws {
        let redis = try EmbeddedRedis()
        redis.submit("late")
        redis.submit("patient", within: .seconds(1))
        redis.loop.advanceTime(by: .milliseconds(26))
        #expect(redis["late"] == .failure(.timeout) && redis["patient"] == nil)
        redis.submit("next")
        try redis.receive("+1\r\n")
        #expect(redis["patient"] == nil && redis["next"] == nil)
        try redis.receive("+2\r\n+3\r\n")
        #expect(redis.isAnswered("patient", "2") && redis.isAnswered("next", "3"))
        #expect(redis["late"] == .failure(.timeout))
        #expect(redis.channel.isActive)
    }

    @Test func eachWaitsForItsOwnTime() throws {
        let redis = try EmbeddedRedis()
        for (name, milliseconds) in [("b", 50), ("c", 1000), ("a", 25)] { redis.submit(name, within: .milliseconds(Int64(milliseconds))) }
        redis.loop.advanceTime(by: .milliseconds(27))
        #expect(redis["a"] == .failure(.timeout) && redis.outcomeCount == 1)
        redis.loop.advanceTime(by: .milliseconds(25))
        #expect(redis["b"] == .failure(.timeout) && redis.outcomeCount == 2)
        redis.loop.advanceTime(by: .milliseconds(960))
        #expect(redis["c"] == .failure(.timeout))
    }

    @Test func aReplyThatIsTwoSecondsLateEndsTheConnection() throws {
        let redis = try EmbeddedRedis()
        redis.submit("late")
        redis.loop.advanceTime(by: .milliseconds(2020))
        #expect(redis.channel.isActive)
        redis.submit("next")
        redis.loop.advanceTime(by: .milliseconds(10))
        #expect(!redis.channel.isActive)
        #expect(redis["next"] == .failure(.closed()))
        redis.submit("after")
        #expect(redis["after"] == .failure(.closed()))
    }

    @Test func repliesInTimeKeepItOpen() throws {
        let redis = try EmbeddedRedis()
        for number in 0..<100 {
            redis.submit("\(number)")
            redis.loop.advanceTime(by: .milliseconds(24))
            try redis.receive("+x\r\n")
        }
        redis.loop.advanceTime(by: .seconds(60))
        #expect(redis.channel.isActive && redis.isAnswered("99", "x"))
    }

    @Test func tenThousandMayWaitAndNoMore() throws {
        let redis = try EmbeddedRedis()
        for number in 0..<10_000 { redis.submit("\(number)", within: .seconds(1)) }
        #expect(redis.outcomeCount == 0)
        redis.submit("one more")
        #expect(redis["one more"] == .failure(.overloaded))
        redis.loop.advanceTime(by: .milliseconds(1001))
        redis.submit("and more")
        #expect(redis["and more"] == .failure(.overloaded), "what is still due counts")
        try redis.receive(String(repeating: "+x\r\n", count: 10_000))
        redis.submit("last")
        try redis.receive("+y\r\n")
        #expect(redis.isAnswered("last", "y"))
    }

    @Test func theEndIsToldToAll() throws {
        let redis = try EmbeddedRedis()
        for name in ["a", "b"] { redis.submit(name) }
        try redis.receive("+1\r\n$9\r\nhal")
        try redis.channel.close().wait()
        #expect(redis.isAnswered("a", "1") && redis["b"] == .failure(.closed()))
    }

    @Test(arguments: ["?\r\n", "+1\r\n+nobody asked\r\n", "$99999999\r\n"])
    func whatCanNotBeUnderstoodEndsTheConnection(_ text: String) throws {
        let redis = try EmbeddedRedis()
        redis.submit("a")
        try redis.receive(text)
        #expect(!redis.channel.isActive)
        #expect(redis["a"] == (text.hasPrefix("+1") ? .success(.simpleString("1")) : .failure(.malformed)))
    }

    @Test func whatIsPublishedAnswersNobody() throws {
        let redis = try EmbeddedRedis()
        redis.submit("a")
        try redis.receive("*3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$4\r\nnews\r\n")
        #expect(redis.messages == ["c news"] && redis.outcomeCount == 0)
        try redis.receive("+1\r\n")
        #expect(redis.isAnswered("a", "1"))
    }
}
