import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Sessions")
struct SessionTests {
    @Test func signingOutEndsEverySessionAndEveryAccessToken() async throws {
        try await TestServer.with { server in
            let laptop = try await server.register()
            let phone = try await server.login()
            #expect(try await server.get("/api/auth/me", bearer: phone.access).status == 200)
            let answer = try await server.post("/api/auth/logout", bearer: laptop.access)
            #expect(answer.status == 200)
            #expect(answer.text == #"{"message":"Successfully logged out"}"#)
            for tokens in [laptop, phone] {
                #expect(try await server.get("/api/auth/me", bearer: tokens.access).status == 401, "at once on this server")
                #expect(try await server.refresh(tokens.refresh).status == 401)
            }
            #expect(try await server.login().access != laptop.access)
        }
    }

    @Test func signingOutIsKnownElsewhereWithinFiveSeconds() async throws {
        try await StoreKind.underTest.withStore { store in
            try await TestServer.on(store) { first in
                try await TestServer.on(store, clock: first.clock) { second in
                    let tokens = try await first.register()
                    #expect(try await second.get("/api/auth/me", bearer: tokens.access).status == 200)
                    _ = try await first.post("/api/auth/logout", bearer: tokens.access)
                    first.clock.advance(4.9)
                    #expect(try await second.get("/api/auth/me", bearer: tokens.access).status == 401)
                }
            }
        }
    }

    /// ASVS 7.4.2
    @Test func aDeletedUsersAccessTokensEndWithinFiveSeconds() async throws {
        try await TestServer.with { server in
            let tokens = try await server.register()
            #expect(try await server.get("/api/auth/me", bearer: tokens.access).status == 200)
            _ = try await server.store.users.delete(id: try #require(try Tokens.claims(of: tokens.access)["sub"] as? String))
            server.clock.advance(4.9)
            #expect(try await server.get("/api/auth/me", bearer: tokens.access).status == 401)
        }
    }

    /// ASVS 7.5.2
    @Test func theListTellsSessionsApart() async throws {
        try await TestServer.with { server in
            _ = try await server.register("ada", headers: ["User-Agent": "Laptop"])
            server.clock.advance(60)
            let phone = try await server.login("ada", headers: ["User-Agent": "Phone"])
            _ = try await server.register("bob")
            let list = try await server.get("/api/auth/sessions", bearer: phone.access).array()
            #expect(list.map { $0["user_agent"] as? String } == ["Phone", "Laptop"])
            #expect(list.map { $0["current"] as? Bool } == [true, false])
            #expect(list.allSatisfy { ["127.0.0.1", "::1"].contains($0["ip"] as? String ?? "") })
            // The test's clock starts at 4,000,000,000 s.
            #expect(list.map { $0["created_at"] as? String } == ["2096-10-02T07:07:40.000Z", "2096-10-02T07:06:40.000Z"])
            #expect(list.map { $0["last_used_at"] as? String } == ["2096-10-02T07:07:40.000Z", "2096-10-02T07:06:40.000Z"])
            #expect(list.map { $0["expires_at"] as? String } == ["2096-10-09T07:07:40.000Z", "2096-10-09T07:06:40.000Z"])
            #expect(
                list.first?.keys.sorted() == ["created_at", "current", "expires_at", "id", "ip", "last_used_at", "user_agent"])
        }
    }

    @Test func aRefreshIsAUseOfTheSession() async throws {
        try await TestServer.with { server in
            let first = try await server.register()
            server.clock.advance(90)
            let second = try await server.refresh(first.refresh).tokens()
            let list = try await server.get("/api/auth/sessions", bearer: second.access).array()
            #expect(list.map { $0["created_at"] as? String } == ["2096-10-02T07:06:40.000Z"])
            #expect(list.map { $0["last_used_at"] as? String } == ["2096-10-02T07:08:10.000Z"])
        }
    }

    @Test func oneSessionCanBeEnded() async throws {
        try await TestServer.with { server in
            let laptop = try await server.register()
            let phone = try await server.login()
            let id = try #require(try Tokens.claims(of: phone.access)["sid"] as? String)
            #expect(try await server.get("/api/auth/me", bearer: phone.access).status == 200)
            #expect(try await server.send(.delete, "/api/auth/sessions/\(id)", bearer: laptop.access).status == 204)
            #expect(try await server.get("/api/auth/me", bearer: phone.access).status == 401)
            #expect(try await server.get("/api/auth/me", bearer: laptop.access).status == 200)
            #expect(try await server.send(.delete, "/api/auth/sessions/\(id)/", bearer: laptop.access).status == 404, "ended already")
        }
    }

    @Test func anothersSessionIsNotFoundAndLives() async throws {
        try await TestServer.with { server in
            let ada = try await server.register("ada")
            let eve = try await server.register("eve")
            let id = try #require(try Tokens.claims(of: ada.access)["sid"] as? String)
            let answer = try await server.send(.delete, "/api/auth/sessions/\(id)", bearer: eve.access)
            #expect(answer.status == 404)
            #expect(try answer.errorType() == "not_found")
            #expect(try await server.get("/api/auth/me", bearer: ada.access).status == 200)
        }
    }

    /// A session that ends while it is being loaded must not be remembered as it was.
    @Test func whatWasLoadedBeforeARemovalIsNotKept() {
        let cache = BoundedCache<String, Int>(limit: 10)
        let generation = cache.generation
        cache.remove("a")
        cache.store(1, for: "a", until: Samples.time + 10, at: Samples.time, generation: generation)
        #expect(cache.value(for: "a", at: Samples.time) == nil)
        cache.store(2, for: "a", until: Samples.time + 10, at: Samples.time, generation: cache.generation)
        #expect(cache.value(for: "a", at: Samples.time) == 2)
        #expect(cache.value(for: "a", at: Samples.time + 10) == nil)
    }

    @Test func aCacheStaysWithinItsLimit() {
        let cache = BoundedCache<Int, Int>(limit: 10)
        for key in 0..<1000 {
            cache.store(key, for: key, until: Samples.time + 10, at: Samples.time)
            #expect(cache.count <= 10)
            #expect(cache.value(for: key, at: Samples.time) == key)
        }
    }

    @Test func withoutATokenNothingIsTold() async throws {
        try await TestServer.with { server in
            for (method, path) in [
                ("GET", "/api/auth/me"), ("GET", "/api/auth/sessions"), ("POST", "/api/auth/logout"), ("DELETE", "/api/auth/sessions/x"),
            ] {
                let answer = try await server.send(#require(HTTPRequest.Method(rawValue: method)), path)
                #expect(answer.status == 401)
                #expect(try answer.errorType() == "jwt_error")
                #expect(answer[header: "WWW-Authenticate"] == "Bearer", "RFC 6750 §3.1: no error where nothing was tried")
            }
        }
    }

    @Test func expiredRecordsAreRemoved() async throws {
        try await TestServer.with { server in
            let tokens = try await server.register()
            let id = try #require(try Tokens.claims(of: tokens.access)["sid"] as? String)
            server.clock.advance(7 * 86_400 - 1)
            try await server.keepHouse()
            #expect(try await server.store.refreshTokens.find(id: id) != nil)
            server.clock.advance(2)
            try await server.keepHouse()
            #expect(try await server.store.refreshTokens.find(id: id) == nil)
        }
    }
}
