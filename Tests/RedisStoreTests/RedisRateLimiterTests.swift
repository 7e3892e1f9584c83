import Domain
import TestSupport
import Testing

@testable import RedisStore

@Suite("Rate limits in Redis")
struct RedisRateLimiterTests {
    private static let limit = RateLimit(count: 5, window: 60)
    private static let key = RateLimitKey(policy: .signIn, subject: .account("ada@example.com"))

    private static func limiter(_ test: TestRedisCalls, _ local: LocalLimiter = LocalLimiter(), secret: String = "secret") -> RedisRateLimiter {
        RedisRateLimiter(
            around: local, calls: test.calls, names: LimitKeyNames(secret: secret), chunks: GrantedChunks(clock: test.clock.wallClock),
            decisions: LimitDecisions(factory: test.metrics))
    }

    private static func decisions(_ test: TestRedisCalls, _ place: String, _ result: String) -> Double {
        test.metrics["zenuml_limit_decisions_total{policy=sign-in,where=\(place),result=\(result)}"]
    }

    private static func answering(_ taken: Int64, _ left: Int64, _ wait: Int64) -> FakeRedis.Script {
        { $0.first == "EVALSHA" ? .reply(.array([.integer(taken), .integer(left), .integer(wait)])) : nil }
    }

    private static func taking(
        _ script: @escaping FakeRedis.Script, own: Int = 100, _ body: (RateLimitState, FakeRedis, TestRedisCalls) async throws -> Void
    ) async throws {
        try await FakeRedis.with(script) { redis, url in
            try await TestRedisCalls.with(url) { test in
                try await body(try await limiter(test, LocalLimiter(own)).take(key, limit: limit), redis, test)
            }
        }
    }

    @Test func theLowerOfBothIsTold() async throws {
        try await Self.taking(Self.answering(1, 3, 0), own: 5) { state, _, test in
            #expect(state == RateLimitState(policy: "sign-in", quota: 5, window: 60, remaining: 3, retryAfter: 0))
            #expect(Self.decisions(test, "redis", "allowed") == 1)
        }
        try await Self.taking(Self.answering(1, 3, 0), own: 2) { state, _, _ in #expect(state.remaining == 1) }
    }

    @Test func whatOthersHaveUsedUpIsRefused() async throws {
        try await Self.taking(Self.answering(0, 0, 3_000_001)) { state, _, test in
            #expect(state == RateLimitState(policy: "sign-in", quota: 5, window: 60, remaining: 0, retryAfter: 4))
            #expect(Self.decisions(test, "redis", "refused") == 1)
        }
    }

    /// The request that Redis refuses has been taken from this server's own limit: whoever waits as long as they are told must get in.
    @Test func theTimeToWaitIsThatOfBoth() async throws {
        try await Self.taking(Self.answering(0, 0, 3_000_001), own: 1) { state, _, _ in #expect(state.retryAfter == 12) }
    }

    @Test func whatThisServerRefusesIsNotAskedOf() async throws {
        try await Self.taking(Self.answering(1, 3, 0), own: 0) { state, redis, test in
            #expect(state.retryAfter == 7 && redis.commands.isEmpty)
            #expect(Self.decisions(test, "memory", "refused") == 1)
        }
    }

    @Test(arguments: [
        RESPValue.simpleString("OK"), .null, .array([]), .array([.integer(1), .integer(-1), .integer(0)]), .simpleError("OOM command not allowed"),
        .array([.integer(1), .integer(1), .null]), .array([.integer(2), .integer(0), .integer(0)]),
        .array([.integer(.max), .integer(0), .integer(0)]),
        .array([.integer(1), .integer(.max), .integer(0)]),
    ])
    func whateverElseRedisSaysTheOwnAnswerCounts(_ reply: RESPValue) async throws {
        try await Self.taking({ $0.first == "EVALSHA" ? .reply(reply) : nil }, own: 5) { state, _, test in
            #expect(state.remaining == 4 && !state.isExceeded)
            #expect(Self.decisions(test, "memory", "allowed") == 1)
        }
    }

    @Test func aTimeBeyondReasonDoesNoHarm() async throws {
        try await Self.taking(Self.answering(0, 0, .max)) { state, _, _ in #expect(state.retryAfter == 60) }
        try await Self.taking(Self.answering(0, 0, .min)) { state, _, _ in #expect(state.retryAfter == 1) }
    }

    @Test func withoutRedisThisServerLimitsAlone() async throws {
        let test = try TestRedisCalls("redis://127.0.0.1:\(try await RedisConnectionTests.freePort())")
        test.calls.start()
        let limiter = Self.limiter(test, LocalLimiter(3))
        var states: [RateLimitState] = []
        for _ in 0..<5 { states.append(try await limiter.take(Self.key, limit: Self.limit)) }
        #expect(states.map(\.isExceeded) == [false, false, false, true, true])
        #expect(Self.decisions(test, "memory", "allowed") == 3 && Self.decisions(test, "memory", "refused") == 2)
        await test.calls.close()
    }

    /// Neither in the clear, nor to be found out by trying all addresses there are.
    @Test func redisDoesNotLearnWhoIsCounted() async throws {
        let address = RateLimitKey(policy: .default, subject: .address(IPAddress(ipv4: 0xC000_0201)))
        try await FakeRedis.with(Self.answering(1, 3, 0)) { redis, url in
            try await TestRedisCalls.with(url) { test in
                for secret in ["secret", "secret", "other"] {
                    for key in [Self.key, address] { _ = try await Self.limiter(test, secret: secret).take(key, limit: Self.limit) }
                }
                let names = redis.commands.map { $0[3] }
                #expect(names[0].wholeMatch(of: /zenuml:limit:sign-in:[0-9a-f]{32}/) != nil)
                #expect(names[1].wholeMatch(of: /zenuml:limit:default:[0-9a-f]{32}/) != nil)
                #expect(names[0] == names[2] && names[1] == names[3], "the same on each server")
                #expect(Set(names).count == 4)
                #expect(redis.commands.joined().allSatisfy { !$0.contains("ada@") && !$0.contains("192.0.2.1") })
            }
        }
    }

    @Test(arguments: [
        (RateLimitPolicy.default, "1000/min", 10), (.default, "300/min", 3), (.default, "299/min", 1), (.embed, "300/min", 3), (.status, "5/s", 1),
        (.render, "120/min", 1), (.default, "18000/h", 180), (.default, "17999/h", 1), (.signIn, "1000/min", 1), (.refresh, "1000/min", 1),
        (.mail, "1000/min", 1),
    ])
    func whatIsAllowedOftenIsTakenByTheHundredth(_ policy: RateLimitPolicy, _ text: String, _ size: Int) throws {
        #expect(RedisRateLimiter.chunkSize(policy, try #require(RateLimit(text))) == size)
    }
}
