import CoreMetrics
import Domain
import Logging
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import RedisStore

@Suite("Forgetting together")
struct RedisForgettingTests {
    private static func message(_ text: String, on channel: String = "zenuml:forget") -> RESPValue {
        .array(["message", channel, text].map { .bulkString(Array($0.utf8)) })
    }

    private static func with(
        _ url: String, metrics: RecordedMetrics = RecordedMetrics(), _ body: (RedisClient) async throws -> Void
    ) async throws {
        let client = RedisClient(
            connector: RedisConnector(url: try #require(RedisURL(url))), timeouts: .patient, clock: TestClock().wallClock, random: .system,
            metrics: metrics, logger: .silent)
        do {
            try await Waiting.until("connected") { client.isUp }
            try await body(client)
            await client.close()
        } catch {
            await client.close()
            throw error
        }
    }

    @Test func eachNameIsPublished() async throws {
        try await FakeRedis.with { redis, url in
            try await Self.with(url) { client in
                for name in ["a", "b c"] { await client.forgetting.send(name) }
                #expect(Set(redis.commands) == [["PUBLISH", "zenuml:forget", "a"], ["PUBLISH", "zenuml:forget", "b c"]])
            }
        }
    }

    @Test func listeningBeginsWithForgettingAll() async throws {
        let metrics = RecordedMetrics()
        try await FakeRedis.with { redis, url in
            let client = RedisClient(
                connector: RedisConnector(url: try #require(RedisURL(url))), clock: TestClock().wallClock, random: .system, metrics: metrics,
                logger: .silent)
            let recorded = RecordedForgetting(client.forgetting)
            try await Waiting.until("subscribed") { metrics["zenuml_redis_up{connection=subscription}"] == 1 }
            #expect(redis.commands == [["SUBSCRIBE", "zenuml:forget"]])
            #expect(recorded.subscriptions == 1)
            await client.close()
        }
    }

    /// What was published meanwhile is lost, so nothing that is remembered can be trusted.
    @Test func everythingIsForgottenWithEachSubscription() async throws {
        try await FakeRedis.with { redis, url in
            let test = try TestRedisCalls(url)
            let forgetting = RedisForgetting(calls: test.calls, connection: test.connection, metrics: RedisMetrics(factory: test.metrics))
            let recorded = RecordedForgetting(forgetting)
            for number in 1...3 {
                try await Waiting.until("subscribed") { recorded.subscriptions == number }
                redis.send(Self.message("name \(number)"))
                redis.send(Self.message("other", on: "zenuml:other"))
                try await Waiting.until("told") { recorded.names.count == number }
                redis.cut()
            }
            #expect(recorded.names == ["name 1", "name 2", "name 3"])
            await forgetting.close()
        }
    }

    @Test func whoMayNotSubscribeTriesAgain() async throws {
        let isBroken = Mutex(true)
        let script: FakeRedis.Script = { $0.first == "SUBSCRIBE" && isBroken.withLock { $0 } ? .reply(.simpleError("NOPERM no")) : nil }
        try await FakeRedis.with(script) { redis, url in
            let test = try TestRedisCalls(url)
            let forgetting = RedisForgetting(calls: test.calls, connection: test.connection, metrics: RedisMetrics(factory: test.metrics))
            let recorded = RecordedForgetting(forgetting)
            try await Waiting.until("a second attempt") { redis.connectionCount > 1 }
            #expect(recorded.subscriptions == 0)
            isBroken.withLock { $0 = false }
            try await Waiting.until("subscribed") { recorded.subscriptions == 1 }
            await forgetting.close()
        }
    }

    @Test func withoutRedisNobodyWaits() async throws {
        let url = "redis://127.0.0.1:\(try await RedisConnectionTests.freePort())"
        let metrics = RecordedMetrics()
        let client = RedisClient(
            connector: RedisConnector(url: try #require(RedisURL(url))), clock: TestClock().wallClock, random: .system, metrics: metrics,
            logger: .silent)
        for name in ["a", "b"] { await client.forgetting.send(name) }
        #expect(metrics["zenuml_redis_failures_total{use=forgetting,reason=disconnected}"] == 2)
        await client.close()
    }
}
