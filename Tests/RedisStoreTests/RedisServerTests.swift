import Domain
import Foundation
import NIOCore
import TestSupport
import Testing

@testable import RedisStore

/// On a real Redis, whatever becomes of it.
@Suite("Servers that share a Redis")
struct RedisServerTests {
    private static let key = RateLimitKey(policy: .signIn, subject: .account("ada"))
    private static let five = RateLimit(count: 5, window: 3600)

    /// How many are admitted of those that 20 tasks of each server ask for.
    private static func admitted(_ peers: [Peer], _ key: RateLimitKey, _ limit: RateLimit, takesOfEachTask count: Int) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for peer in peers {
                for _ in 0..<20 {
                    group.addTask {
                        var admitted = 0
                        for _ in 0..<count where try await !peer.take(key, limit).isExceeded { admitted += 1 }
                        return admitted
                    }
                }
            }
            return try await group.reduce(0, +)
        }
    }

    /// Their clocks differ by minutes: it is Redis' that counts.
    @Test func togetherTheyAdmitExactlyWhatTheLimitSays() async throws {
        try await RedisTestServer.with { server in
            let peers = [-600.0, 0, 600].map { Peer(server, clock: TestClock(Date() + $0).wallClock) }
            try await Peer.with(peers) {
                let limit = RateLimit(count: 100, window: 3600)
                let admitted = try await Self.admitted(peers, Self.key, limit, takesOfEachTask: 5)
                #expect(admitted == 100)
                #expect(peers.allSatisfy { $0.decisions("memory") == 0 })
            }
        }
    }

    @Test func whatIsTakenByTheHundredthIsNeverMoreAndHardlyLess() async throws {
        try await RedisTestServer.with { server in
            let peers = (0..<3).map { _ in Peer(server, clock: TestClock().wallClock) }
            try await Peer.with(peers) {
                let (limit, start) = (RateLimit(count: 18_000, window: 3600), ContinuousClock.now)
                let key = RateLimitKey(policy: .default, subject: .account("ada"))
                let admitted = try await Self.admitted(peers, key, limit, takesOfEachTask: 320)
                // Five a second are allowed anew while the test runs.
                let anew = 5 * Int((ContinuousClock.now - start).components.seconds + 1)
                #expect((17_280...18_000 + anew).contains(admitted), "\(admitted)")
                #expect(peers.allSatisfy { $0.decisions("memory") == 0 })
                let questions = peers.map { $0.metrics["zenuml_redis_seconds{use=limits}"] }.reduce(0, +)
                #expect(questions < 0.15 * 19_200, "\(questions) questions")
            }
        }
    }

    @Test func eachIsToldWhatIsLeftForAll() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server), Peer(server)]
            try await Peer.with(peers) {
                var states: [RateLimitState] = []
                for number in 0..<6 { states.append(try await peers[number % 2].take(Self.key, Self.five)) }
                #expect(states.map(\.remaining) == [4, 3, 2, 1, 0, 0])
                #expect(states.map(\.isExceeded) == [false, false, false, false, false, true])
                #expect((710...720).contains(states[5].retryAfter))
            }
        }
    }

    /// Moments are large numbers, and a rounded quotient would cost the last request of some windows.
    @Test func aWindowHoldsAsManyAsItSays() async throws {
        try await RedisTestServer.with { server in
            for (count, window) in [(1, 3600), (7, 3600), (53, 3600), (101, 60_000), (299, 36_000)] {
                var taken = 0
                for number in 0...count {
                    let script = LimitScript.take.commandWithText(key: "\(count)", [count, window, 1].map(String.init))
                    guard let grant = LimitGrant(try await server.ask(script), wanted: 1, of: RateLimit(count: count, window: window)) else { break }
                    #expect(grant.left == max(0, count - 1 - number))
                    taken += grant.taken
                }
                #expect(taken == count)
            }
        }
    }

    @Test func whatIsKeptHasAnEndAndNamesNobody() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server)]
            try await Peer.with(peers) {
                _ = try await peers[0].take(Self.key, Self.five)
                guard case .array(let names) = try await server.ask("KEYS", "*") else { return #expect(Bool(false), "no keys") }
                #expect(names.count == 1)
                for case .bulkString(let bytes) in names {
                    let name = String(decoding: bytes, as: UTF8.self)
                    #expect(name.wholeMatch(of: /zenuml:limit:sign-in:[0-9a-f]{32}/) != nil, "\(name)")
                    guard case .integer(let life) = try await server.ask("PTTL", name) else { return #expect(Bool(false), "no end") }
                    #expect((700_000...720_000).contains(life))
                }
            }
        }
    }

    /// A moment that Redis' clock can't have reached: it was set back.
    @Test func aKeyOfAnotherTimeIsAWindowAheadAtMost() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server)]
            try await Peer.with(peers) {
                let name = LimitKeyNames(secret: "secret").name(of: Self.key)
                try await server.ask("SET", name, "9000000000000000")
                let state = try await peers[0].take(Self.key, Self.five)
                #expect(state.isExceeded && state.retryAfter == 720)
                try await server.ask("SET", name, "1")
                let next = try await peers[0].take(Self.key, Self.five)
                #expect(next.remaining == 4)
            }
        }
    }

    @Test func whatRedisForgetsIsForgotten() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server)]
            try await Peer.with(peers) {
                for _ in 0..<5 { _ = try await peers[0].take(Self.key, Self.five) }
                let refused = try await peers[0].take(Self.key, Self.five)
                try await server.ask("FLUSHALL")
                let next = try await peers[0].take(Self.key, Self.five)
                #expect(refused.isExceeded && next.remaining == 4)
            }
        }
    }

    @Test func aScriptThatRedisHasForgottenIsSentAgain() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server)]
            try await Peer.with(peers) {
                for _ in 0..<3 { _ = try await peers[0].take(Self.key, Self.five) }
                try await server.ask("SCRIPT", "FLUSH")
                let state = try await peers[0].take(Self.key, Self.five)
                #expect(state.remaining == 1 && peers[0].decisions("memory") == 0)
            }
        }
    }

    @Test func withoutMemoryInRedisEachLimitsAlone() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server, own: 3)]
            try await Peer.with(peers) {
                try await server.ask("CONFIG", "SET", "maxmemory", "1")
                var states: [RateLimitState] = []
                for _ in 0..<4 { states.append(try await peers[0].take(Self.key, Self.five)) }
                #expect(states.map(\.isExceeded) == [false, false, false, true])
                #expect(peers[0].metrics["zenuml_redis_failures_total{use=limits,reason=refused}"] == 3)
            }
        }
    }

    /// It takes connections still, so only time tells.
    @Test func aFrozenRedisIsWorkedAround() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server, own: 10, timeouts: RedisTimeouts()), Peer(server, timeouts: RedisTimeouts())]
            try await Peer.with(peers) {
                server.freeze()
                let start = ContinuousClock.now
                var states: [RateLimitState] = []
                for _ in 0..<30 { states.append(try await peers[0].take(Self.key, Self.five)) }
                #expect(states.filter { !$0.isExceeded }.count == 10, "limits still limit")
                #expect(ContinuousClock.now - start < .seconds(5))
                server.thaw()
                try await Self.untilAsked(peers[1])
            }
        }
    }

    @Test func aRedisThatIsBackIsAskedAgain() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server)]
            try await Peer.with(peers) {
                try await server.kill()
                try await Waiting.until("noticed") { !peers[0].client.isUp }
                let alone = try await peers[0].take(Self.key, Self.five)
                #expect(!alone.isExceeded && peers[0].decisions("memory") == 1)
                try await server.start()
                try await Self.untilAsked(peers[0])
            }
        }
    }

    private static func untilAsked(_ peer: Peer) async throws {
        let before = peer.decisions("redis")
        try await Waiting.until("Redis decides") {
            _ = try await peer.take(key, five)
            return peer.decisions("redis") > before
        }
    }

    // MARK: Forgetting

    @Test func whatOneForgetsAllForget() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server), Peer(server)]
            try await Peer.with(peers) {
                let recorded = peers.map { RecordedForgetting($0.client.forgetting) }
                try await Waiting.until("subscribed") { recorded.allSatisfy { $0.subscriptions == 1 } }
                await peers[0].client.forgetting.send("session 1")
                try await Waiting.until("told") { recorded.allSatisfy { $0.names == ["session 1"] } }
                try await server.ask("CLIENT", "KILL", "TYPE", "pubsub")
                try await Waiting.until("subscribed again") { recorded.allSatisfy { $0.subscriptions == 2 } }
                await peers[1].client.forgetting.send("session 2")
                try await Waiting.until("told") { recorded.allSatisfy { $0.names == ["session 1", "session 2"] } }
            }
        }
    }

    /// Who listens hears nothing of a peer that has vanished, and must find out.
    @Test func whoListensToAFrozenRedisSubscribesAnew() async throws {
        try await RedisTestServer.with { server in
            let peers = [Peer(server)]
            try await Peer.with(peers) {
                let recorded = RecordedForgetting(peers[0].client.forgetting)
                let state = "zenuml_redis_up{connection=subscription}"
                try await Waiting.until("subscribed") { peers[0].metrics[state] == 1 }
                server.freeze()
                try await Waiting.until("noticed") { peers[0].metrics[state] == 0 }
                server.thaw()
                try await Waiting.until("subscribed again") { recorded.subscriptions > 1 && peers[0].metrics[state] == 1 }
            }
        }
    }

    // MARK: TLS

    @Test func aCertificateIsBelievedIfItsAuthorityIs() async throws {
        try await TemporaryFolder.with { folder in
            let certificate = folder.appending(path: "redis.pem").path
            try await Self.makeCertificate(certificate)
            try await RedisTestServer.with(certificate: certificate) { server in
                let answer = try await server.ask("PING")
                #expect(answer == .simpleString("PONG"))
                let stranger = RedisConnector(url: try #require(RedisURL(server.url)))
                await #expect(throws: (any Error).self) { try await stranger.connect() }
            }
        }
    }

    private static func makeCertificate(_ path: String) async throws {
        try await TestProcess(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-batch", "-days", "2", "-subj", "/CN=Redis",
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", path + ".key", "-out", path,
            ]
        ).end()
    }
}
