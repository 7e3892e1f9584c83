import Domain
import Foundation
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Rate limits")
struct RateLimitTests {
    @Test func fiveSignInsAMinuteThen429WithTheTimeToWait() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_SIGN_IN": "5/min"]) { server in
            let body = #"{"email":"ada@example.com","password":"wrong"}"#
            for left in [4, 3, 2, 1, 0] {
                let answer = try await server.post("/api/auth/login", body)
                #expect(answer.status == 401)
                #expect(answer[header: "RateLimit"] == #""sign-in";r=\#(left)"#)
                #expect(answer[header: "RateLimit-Policy"] == #""sign-in";q=5;w=60"#)
            }
            let refused = try await server.post("/api/auth/login", body)
            #expect(refused.status == 429)
            #expect(try refused.errorType() == "rate_limited")
            #expect(refused[header: "Retry-After"] == "12")
            #expect(refused[header: "RateLimit"] == #""sign-in";r=0;t=12"#)
            server.clock.advance(12)
            #expect(try await server.post("/api/auth/login", body).status == 401)
            #expect(try await server.post("/api/auth/login", body).status == 429)
        }
    }

    /// The router takes doubled and trailing slashes for one; so must the limits.
    @Test(arguments: ["//api/auth/login", "/api//auth/login", "/api/auth/login/", "///api/auth///login//"])
    func theLimitHoldsHoweverThePathIsWritten(_ path: String) async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_SIGN_IN": "1/min"]) { server in
            let body = #"{"email":"ada@example.com","password":"wrong"}"#
            let statuses = try await (0..<2).asyncMap { _ in try await server.post(path, body).status }
            #expect(statuses == [401, 429])
            let large = try await server.post(path, String(repeating: "x", count: (64 << 10) + 1))
            #expect([413, 429].contains(large.status))
        }
    }

    @Test func aPathThatOnlyStartsLikeAProbeIsLimited() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_DEFAULT": "1/min"]) { server in
            let statuses = try await (0..<2).asyncMap { _ in try await server.get("/healthy").status }
            #expect(statuses == [404, 429])
        }
    }

    /// A flood of made-up keys must not exhaust the memory.
    @Test func keysAreForgotten() {
        let clock = TestClock()
        let limiter = MemoryRateLimiter(clock: clock.wallClock)
        for index in 0..<150_000 {
            _ = limiter.take(RateLimitKey(policy: .default, subject: .account("\(index)")), limit: RateLimit(count: 5, window: 60))
        }
        #expect(limiter.keyCount <= 100_000)
    }

    /// Many addresses, one account: guessing a password by a botnet.
    @Test func anAccountIsLimitedWhereverTheRequestsComeFrom() async throws {
        let settings = ["RATE_LIMIT_SIGN_IN": "5/min", "TRUSTED_PROXIES": "127.0.0.0/8, ::1"]
        try await TestServer.with(settings: settings) { server in
            let statuses = try await (0..<7).asyncMap { index in
                try await server.post(
                    "/api/auth/login", #"{"email":"Ada@example.com","password":"wrong"}"#, headers: ["X-Forwarded-For": "192.0.2.\(index)"]
                ).status
            }
            #expect(statuses == [401, 401, 401, 401, 401, 429, 429])
            let other = try await server.post(
                "/api/auth/login", #"{"email":"bob@example.com","password":"wrong"}"#, headers: ["X-Forwarded-For": "192.0.2.9"])
            #expect(other.status == 401)
        }
    }

    /// ASVS 4.1.3: from strangers the header is worth nothing.
    @Test func forwardedAddressesOfStrangersAreIgnored() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_STATUS": "2/min"]) { server in
            let statuses = try await (0..<3).asyncMap { try await server.get("/api/status", headers: ["X-Forwarded-For": "192.0.2.\($0)"]).status }
            #expect(statuses == [200, 200, 429])
        }
    }

    @Test func eachKindHasItsOwnLimit() async throws {
        let settings = ["RATE_LIMIT_STATUS": "1/min", "RATE_LIMIT_REFRESH": "1/min", "RATE_LIMIT_DEFAULT": "2/min"]
        try await TestServer.with(settings: settings) { server in
            let status = try await (0..<2).asyncMap { _ in try await server.get("/api/status").status }
            #expect(status == [200, 429])
            let refreshes = try await (0..<2).asyncMap { _ in try await server.refresh("x").status }
            #expect(refreshes == [401, 429])
            let others = try await (0..<3).asyncMap { _ in try await server.get("/api").status }
            #expect(others == [200, 200, 429])
            let probes = try await (0..<5).asyncMap { _ in try await server.get("/health").status }
            #expect(probes == [200, 200, 200, 200, 200], "probes are never refused")
        }
    }

    /// Whoever holds an old token of one session must not keep the others from refreshing.
    @Test func refreshesAreLimitedBySession() async throws {
        let settings = ["RATE_LIMIT_REFRESH": "1/min", "TRUSTED_PROXIES": "127.0.0.0/8,::1"]
        try await TestServer.with(settings: settings) { server in
            let sessions = [try await server.register("ada"), try await server.login("ada")]
            let statuses = try await [0, 0, 1].enumerated().asyncMap { number, index in
                let body = #"{"refresh_token":"\#(sessions[index].refresh)"}"#
                return try await server.post("/api/auth/refresh", body, headers: ["X-Forwarded-For": "192.0.2.\(number)"]).status
            }
            #expect(statuses == [200, 429, 200])
        }
    }

    @Test func aPersonIsLimitedToo() async throws {
        let settings = ["RATE_LIMIT_DEFAULT": "3/min", "TRUSTED_PROXIES": "127.0.0.0/8,::1"]
        try await TestServer.with(settings: settings) { server in
            let tokens = try await server.register("ada", headers: ["X-Forwarded-For": "192.0.2.99"])
            let statuses = try await (0..<4).asyncMap {
                try await server.get("/api/auth/me", bearer: tokens.access, headers: ["X-Forwarded-For": "192.0.2.\($0)"]).status
            }
            #expect(statuses == [200, 200, 200, 429])
        }
    }

    /// Whatever the arrivals, no window of the limit's length ever admits more than twice the count, and a patient client always gets in.
    @Test func theAlgorithmKeepsItsPromise() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<50 {
            let clock = TestClock()
            let limit = RateLimit(count: Int.random(in: 1...20, using: &random), window: [1, 60, 3600].randomElement(using: &random) ?? 1)
            let limiter = MemoryRateLimiter(clock: clock.wallClock)
            let key = RateLimitKey(policy: .default, subject: .account("ada"))
            var admitted: [Date] = []
            for _ in 0..<200 {
                clock.advance(Double.random(in: 0...(2 * Double(limit.window) / Double(limit.count)), using: &random))
                let state = limiter.take(key, limit: limit)
                if !state.isExceeded {
                    admitted.append(clock.now)
                } else {
                    clock.advance(Double(state.retryAfter))
                    #expect(!limiter.take(key, limit: limit).isExceeded, "seed \(seed)")
                    admitted.append(clock.now)
                }
            }
            for start in admitted {
                let inWindow = admitted.count { $0 >= start && $0 < start + Double(limit.window) }
                #expect(inWindow <= 2 * limit.count, "seed \(seed)")
            }
        }
    }

    /// The accounts differ, so it is the address whose limit is reached.
    @Test func registeringAndGoogleAreSignInsToo() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_SIGN_IN": "1/min"]) { server in
            let statuses = [
                try await server.post("/api/auth/register", TestServer.account("ada")).status,
                try await server.post("/api/auth/register", TestServer.account("bob")).status,
                try await server.post("/api/auth/google/callback", #"{"code":"c","state":"s"}"#).status,
            ]
            #expect(statuses == [201, 429, 429])
        }
    }

    @Test func addressesOfOneNetworkShareALimit() async throws {
        let settings = ["RATE_LIMIT_STATUS": "1/min", "TRUSTED_PROXIES": "127.0.0.0/8,::1"]
        try await TestServer.with(settings: settings) { server in
            var statuses: [Int] = []
            for address in ["2001:db8:1:2:a::1", "2001:db8:1:2:b::2", "2001:db8:1:3::1"] {
                statuses.append(try await server.get("/api/status", headers: ["X-Forwarded-For": address]).status)
            }
            #expect(statuses == [200, 429, 200])
        }
    }

    /// Behind a proxy of pictures all look like one address; who tries tokens looks so, too.
    @Test func aPublicPictureHasALimitOfItsOwn() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_EMBED": "3/min", "RATE_LIMIT_DEFAULT": "12/min"]) { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            var tokens: [String] = []
            for name in ["a", "b"] {
                let diagram = try await server.makeDiagram(name, in: project, bearer: ada)
                tokens.append(try await server.makeLink("picture", to: "/api/diagrams/\(diagram)", bearer: ada).token)
            }
            server.clock.advance(60)
            var first: [Int] = []
            for path in [".svg", "", ".svg", ".svg"] { first.append(try await server.get("/e/\(tokens[0])\(path)").status) }
            #expect(first == [200, 200, 200, 429])
            #expect(try await server.get("/e/\(tokens[1]).svg").status == 200)
            var guesses: [Int] = []
            for number in 0..<16 { guesses.append(try await server.get("/e/guess-\(number).svg").status) }
            #expect(guesses.first == 404 && guesses.last == 429)
            #expect(try await server.get("/e/\(tokens[1]).svg").status == 200, "what is known needs nobody's limit")
        }
    }

    @Test func nobodyShutsAPublicPictureForOthers() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_EMBED": "2/min", "TRUSTED_PROXIES": "127.0.0.1"]) { server in
            let ada = try await server.register().access
            let diagram = try await server.makeDiagram("a", in: server.makeProject(bearer: ada), bearer: ada)
            let token = try await server.makeLink("picture", to: "/api/diagrams/\(diagram)", bearer: ada).token
            var statuses: [Int] = []
            for address in ["192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2"] {
                statuses.append(try await server.get("/e/\(token).svg", headers: ["X-Forwarded-For": address]).status)
            }
            #expect(statuses == [200, 200, 429, 200])
        }
    }
}
