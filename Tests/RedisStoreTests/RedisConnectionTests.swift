import Logging
import NIOCore
import NIOPosix
import Synchronization
import TestSupport
import Testing

@testable import RedisStore

@Suite("Connection to Redis")
struct RedisConnectionTests {
    /// A port that nobody listens at.
    static func freePort() async throws -> Int {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: "127.0.0.1", port: 0).get()
        let port = server.localAddress?.port ?? 0
        try await server.close()
        return port
    }

    @Test func itSaysWhoItIsAndWhichDatabaseItMeans() async throws {
        try await FakeRedis.with { redis, url in
            let named = url.replacing("redis://", with: "redis://ada:s%3Acret@") + "/3"
            try await TestRedisCalls.with(named) { _ in
                #expect(redis.allCommands == [["AUTH", "ada", "s:cret"], ["SELECT", "3"], ["CLIENT", "SETNAME", "zenuml"]])
            }
        }
    }

    @Test func aPasswordAloneIsThatOfTheDefaultUser() async throws {
        try await FakeRedis.with { redis, url in
            try await TestRedisCalls.with(url.replacing("redis://", with: "redis://:secret@")) { _ in
                #expect(redis.allCommands.first == ["AUTH", "secret"])
            }
        }
    }

    @Test func aNameThatIsNotAllowedIsNoObstacle() async throws {
        try await FakeRedis.with({ $0.first == "CLIENT" ? .reply(.simpleError("NOPERM this user has no permissions")) : nil }) { _, url in
            try await TestRedisCalls.with(url) { test in #expect(test.calls.isUp) }
        }
    }

    /// A password that is wrong now may be right soon; until then nothing is asked.
    @Test(arguments: ["AUTH", "SELECT", "CLIENT"])
    func whoIsNotLetInTriesAgain(_ command: String) async throws {
        let isBroken = Mutex(true)
        let script: FakeRedis.Script = { $0.first == command && isBroken.withLock { $0 } ? .reply(.simpleError("NOAUTH no")) : nil }
        try await FakeRedis.with(script) { redis, url in
            let test = try TestRedisCalls(url.replacing("redis://", with: "redis://:wrong@") + "/1")
            test.calls.start()
            try await Waiting.until("a second attempt") { redis.connectionCount > 1 }
            #expect(!test.calls.isUp)
            await #expect(throws: RedisError.disconnected) { try await test.calls.send(RedisCommand("GET", "a"), for: .limits) }
            isBroken.withLock { $0 = false }
            try await Waiting.until("let in") { test.calls.isUp }
            #expect(redis.commands.allSatisfy { $0.first != "GET" })
            await test.calls.close()
        }
    }

    /// A frozen Redis takes connections and says nothing: that is no connection.
    @Test func whoSaysNothingIsNotConnectedTo() async throws {
        try await FakeRedis.with({ _ in .silence }) { redis, url in
            let test = try TestRedisCalls(url)
            test.calls.start()
            try await Waiting.until("a second attempt") { redis.connectionCount > 1 }
            #expect(!test.calls.isUp)
            await test.calls.close()
        }
    }

    @Test func nobodyWaitsForAConnection() async throws {
        let port = try await Self.freePort()
        let test = try TestRedisCalls("redis://127.0.0.1:\(port)")
        test.calls.start()
        await #expect(throws: RedisError.disconnected) { try await test.calls.send(RedisCommand("GET", "a"), for: .limits) }
        #expect(test.failures("disconnected") == 1)
        try await FakeRedis.with(port: port) { _, _ in
            try await Waiting.until("connected") { test.calls.isUp }
            #expect(try await test.calls.send(RedisCommand("GET", "a"), for: .limits) == .simpleString("OK"))
            #expect(test.metrics["zenuml_redis_up{connection=commands}"] == 1)
        }
        try await Waiting.until("noticed its end") { !test.calls.isUp }
        #expect(test.metrics["zenuml_redis_up{connection=commands}"] == 0)
        await test.calls.close()
    }

    @Test func itIsOpenedAnewWheneverItEnds() async throws {
        try await FakeRedis.with { redis, url in
            try await TestRedisCalls.with(url) { test in
                for number in 1...3 {
                    #expect(redis.connectionCount == number)
                    redis.cut()
                    try await Waiting.until("connected again") { redis.connectionCount == number + 1 && test.calls.isUp }
                }
            }
        }
    }

    @Test func whatIsClosedStaysClosed() async throws {
        try await FakeRedis.with { redis, url in
            let test = try TestRedisCalls(url)
            await test.calls.close()
            test.calls.start()
            await #expect(throws: RedisError.disconnected) { try await test.calls.send(RedisCommand("GET", "a"), for: .limits) }
            #expect(redis.connectionCount == 0)
        }
    }

    /// Who has vanished without a word is found out though nothing is asked.
    @Test func aHeartbeatThatIsNotAnsweredEndsIt() async throws {
        let isFrozen = Mutex(false)
        try await FakeRedis.with({ _ in isFrozen.withLock { $0 } ? .silence : nil }) { _, url in
            try await TestRedisCalls.with(url, heartbeat: .milliseconds(20)) { test in
                isFrozen.withLock { $0 = true }
                try await Waiting.until("noticed") { !test.calls.isUp }
                isFrozen.withLock { $0 = false }
                try await Waiting.until("connected again") { test.calls.isUp }
            }
        }
    }

    /// Nothing goes over the wire in the clear where TLS is asked for.
    @Test func aServerWithoutTLSIsToldNothing() async throws {
        try await FakeRedis.with { redis, url in
            let test = try TestRedisCalls(url.replacing("redis://", with: "rediss://:secret@"))
            test.calls.start()
            try await Waiting.until("a second attempt") { redis.connectionCount > 1 }
            #expect(redis.firstBytes.first == 0x16, "the first byte of a TLS handshake (RFC 8446 §5.1)")
            #expect(!test.calls.isUp && redis.allCommands.isEmpty)
            await test.calls.close()
        }
    }
}
