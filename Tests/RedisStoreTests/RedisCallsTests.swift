import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import RedisStore

@Suite("Calls of Redis")
struct RedisCallsTests {
    private static let script = RedisScript("return 1")

    @Test func anErrorOfRedisIsAnErrorAndTheConnectionGoesOn() async throws {
        try await FakeRedis.with({ $0 == ["GET", "a"] ? .reply(.simpleError("ERR no")) : nil }) { redis, url in
            try await TestRedisCalls.with(url) { test in
                await #expect(throws: RedisError.refused("ERR no")) { try await test.calls.send(RedisCommand("GET", "a"), for: .limits) }
                let next = try await test.calls.send(RedisCommand("GET", "b"), for: .limits)
                #expect(next == .simpleString("OK"))
                #expect(redis.connectionCount == 1)
                #expect(test.failures("refused") == 1)
                #expect(test.metrics["zenuml_redis_seconds{use=limits}"] == 1)
            }
        }
    }

    @Test func aScriptIsSentAgainWhereItIsNotKnown() async throws {
        let script: FakeRedis.Script = { words in
            switch words.first {
            case "EVALSHA": .reply(.simpleError("NOSCRIPT No matching script. Please use EVAL."))
            case "EVAL": .reply(.integer(7))
            default: nil
            }
        }
        try await FakeRedis.with(script) { redis, url in
            try await TestRedisCalls.with(url) { test in
                let value = try await test.calls.run(Self.script, key: "k", ["a"], for: .limits)
                #expect(value == .integer(7))
                let digest = "e0e1f9fabfc9d4800c877a703b823ac0578ff8db"
                #expect(redis.commands == [["EVALSHA", digest, "1", "k", "a"], ["EVAL", "return 1", "1", "k", "a"]])
                #expect(test.failures("refused") == 0)
            }
        }
    }

    /// Not for ever.
    @Test func aScriptIsSentAgainOnce() async throws {
        try await FakeRedis.with({ $0.first?.hasPrefix("EVAL") == true ? .reply(.simpleError("NOSCRIPT again")) : nil }) { redis, url in
            try await TestRedisCalls.with(url) { test in
                await #expect(throws: RedisError.refused("NOSCRIPT again")) { try await test.calls.run(Self.script, key: "k", [], for: .limits) }
                #expect(redis.commands.map(\.first) == ["EVALSHA", "EVAL"])
            }
        }
    }

    @Test func aLateReplyIsNotTheNextCallers() async throws {
        let script: FakeRedis.Script = { words in
            switch words.last {
            case "late": .silence
            case "next": .bytes("+late\r\n+next\r\n")
            default: nil
            }
        }
        try await FakeRedis.with(script) { redis, url in
            try await TestRedisCalls.with(url, timeouts: RedisTimeouts(forgetting: .seconds(10))) { test in
                await #expect(throws: RedisError.timeout) { try await test.calls.send(RedisCommand("GET", "late"), for: .limits) }
                let next = try await test.calls.send(RedisCommand("GET", "next"), for: .forgetting)
                #expect(next == .simpleString("next"))
                #expect(redis.connectionCount == 1)
            }
        }
    }

    @Test func manyAtOnceEachGetTheirOwn() async throws {
        try await FakeRedis.with({ $0.first == "ECHO" ? .reply(.bulkString(Array($0[1].utf8))) : nil }) { redis, url in
            try await TestRedisCalls.with(url) { test in
                let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for number in 0..<1000 {
                        group.addTask {
                            try await test.calls.send(RedisCommand("ECHO", "\(number)"), for: .limits) != .bulkString(Array("\(number)".utf8))
                        }
                    }
                    return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(wrong == 0 && redis.connectionCount == 1)
            }
        }
    }

    @Test func aCutInAReplyIsAnErrorAndThereIsAnotherConnection() async throws {
        try await FakeRedis.with({ $0 == ["GET", "cut"] ? .cut("$10\r\nabc") : nil }) { redis, url in
            try await TestRedisCalls.with(url) { test in
                await #expect(throws: RedisError.closed()) { try await test.calls.send(RedisCommand("GET", "cut"), for: .limits) }
                try await Waiting.until("connected again") { redis.connectionCount == 2 && test.calls.isUp }
                #expect(try await test.calls.send(RedisCommand("GET", "a"), for: .limits) == .simpleString("OK"))
            }
        }
    }

    /// Nobody is kept waiting by what doesn't work, and who tries finds out that it does again.
    @Test func whatFailsIsNotAskedForAWhile() async throws {
        let isBroken = Mutex(true)
        try await FakeRedis.with({ $0.first == "GET" && isBroken.withLock { $0 } ? .reply(.simpleError("OOM")) : nil }) { redis, url in
            try await TestRedisCalls.with(url) { test in
                for _ in 0..<5 {
                    await #expect(throws: RedisError.refused("OOM")) { try await test.calls.send(RedisCommand("GET", "a"), for: .limits) }
                }
                #expect(!test.calls.isUp && test.metrics["zenuml_redis_up{connection=commands}"] == 0)
                await #expect(throws: RedisError.circuitOpen) { try await test.calls.send(RedisCommand("GET", "a"), for: .limits) }
                #expect(redis.commands.count == 5 && test.failures("circuit_open") == 1)
                isBroken.withLock { $0 = false }
                test.clock.advance(1)
                let probe = try await test.calls.send(RedisCommand("GET", "a"), for: .limits)
                #expect(probe == .simpleString("OK"))
                #expect(test.calls.isUp && test.metrics["zenuml_redis_up{connection=commands}"] == 1)
            }
        }
    }
}
