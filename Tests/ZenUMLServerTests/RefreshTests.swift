import Domain
import Foundation
import Logging
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Refresh tokens")
struct RefreshTests {
    /// RFC 9700 §4.14.2
    @Test func everyUseRotates() async throws {
        try await TestServer.with { server in
            var tokens = try await server.register()
            var seen: Set<String> = [tokens.refresh]
            for _ in 0..<5 {
                tokens = try await server.refresh(tokens.refresh).tokens()
                #expect(seen.insert(tokens.refresh).inserted)
                #expect(try await server.get("/api/auth/me", bearer: tokens.access).status == 200)
            }
        }
    }

    /// RFC 9700 §4.14.2, RFC 6819 §5.2.2.3
    @Test func reuseEndsTheSession() async throws {
        try await TestServer.with { server in
            let first = try await server.register()
            let second = try await server.refresh(first.refresh).tokens()
            let third = try await server.refresh(second.refresh).tokens()
            let reused = try await server.refresh(first.refresh)
            #expect(reused.status == 401)
            #expect(try reused.errorType() == "jwt_error")
            #expect(try reused.string("detail") == "Invalid or expired refresh token")
            #expect(try await server.refresh(third.refresh).status == 401, "the thief's and the owner's tokens both end")
            #expect(try await server.get("/api/auth/me", bearer: third.access).status == 401)
            #expect(try await server.get("/metrics").text.contains(#"zenuml_auth_events_total{event="reuse_detected"} 1"#))
            #expect(server.log.lines.contains { $0.metadata["event"] == "reuse_detected" && $0.level == .warning })
        }
    }

    @Test func reuseOfTheTokenBeforeAfterTheGraceEndsTheSession() async throws {
        try await TestServer.with { server in
            let first = try await server.register()
            let second = try await server.refresh(first.refresh).tokens()
            server.clock.advance(10.001)
            #expect(try await server.refresh(first.refresh).status == 401)
            #expect(try await server.refresh(second.refresh).status == 401)
        }
    }

    /// Two tabs, or an answer that got lost: one token deep, ten seconds, no fork.
    @Test func withinTheGraceTheSameSuccessorIsGivenAgain() async throws {
        try await TestServer.with { server in
            let first = try await server.register()
            server.clock.advance(3.7)
            let second = try await server.refresh(first.refresh).tokens()
            server.clock.advance(10)
            let again = try await server.refresh(first.refresh).tokens()
            #expect(again.refresh == second.refresh)
            #expect(try await server.refresh(again.refresh).status == 200)
        }
    }

    @Test func fiftyParallelRefreshesHaveOneSuccessor() async throws {
        try await TestServer.with { server in
            var current = try await server.register().refresh
            for _ in 0..<100 {
                let token = current
                let successors = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 0..<50 { group.addTask { try await server.refresh(token).tokens().refresh } }
                    return try await group.reduce(into: Set()) { $0.insert($1) }
                }
                #expect(successors.count == 1)
                current = try #require(successors.first)
                server.clock.advance(1)
            }
            let sessions = try await server.store.refreshTokens.findAllForUser(
                try #require(try Tokens.claims(of: current)["sub"] as? String), at: server.clock.now, idleSince: .distantPast, limit: 9)
            #expect(sessions.count == 1)
            #expect(sessions.first?.token.counter == 100)
        }
    }

    /// RFC 6819 §5.1.4.1.3: a copy of the database signs nobody in.
    @Test func onlyTheHashIsStored() async throws {
        try await TestServer.with { server in
            let tokens = try await server.register()
            let id = try #require(try Tokens.claims(of: tokens.refresh)["sid"] as? String)
            let session = try #require(try await server.store.refreshTokens.find(id: id))
            #expect(session.token.hash.wholeMatch(of: /[0-9a-f]{64}/) != nil)
            #expect(try await server.refresh(session.token.hash).status == 401)
        }
    }

    /// ASVS 10.4.8
    @Test func rotationNeverMovesTheEndOfTheSession() async throws {
        try await TestServer.with { server in
            var tokens = try await server.register()
            let end = try #require(try Tokens.claims(of: tokens.refresh)["exp"] as? Int)
            for _ in 0..<6 {
                server.clock.advance(86_400)
                tokens = try await server.refresh(tokens.refresh).tokens()
                #expect(try Tokens.claims(of: tokens.refresh)["exp"] as? Int == end)
            }
            server.clock.advance(86_400)
            #expect(try await server.refresh(tokens.refresh).status == 401)
        }
    }

    /// ASVS 10.4.8
    @Test func anIdleSessionEnds() async throws {
        try await TestServer.with(settings: ["SESSION_IDLE_TTL": "1d"]) { server in
            let tokens = try await server.register()
            server.clock.advance(86_400 - 1)
            let next = try await server.refresh(tokens.refresh).tokens()
            server.clock.advance(86_401)
            #expect(try await server.refresh(next.refresh).status == 401)
        }
    }

    /// A revocation must not be taken for "inside the grace".
    @Test func aRevokedSessionHasNoGrace() async throws {
        try await TestServer.with { server in
            let first = try await server.register()
            let second = try await server.refresh(first.refresh).tokens()
            _ = try await server.post("/api/auth/logout", bearer: second.access)
            #expect(try await server.refresh(first.refresh).status == 401)
            #expect(try await server.refresh(second.refresh).status == 401)
        }
    }

    /// Rotation and revocation are each one compare-and-set: whatever the order, nothing is live after a sign-out.
    @Test func aSignOutIsNeverLostToARefreshInFlight() async throws {
        try await TestServer.with { server in
            for round in 0..<25 {
                let tokens = try await server.register("user\(round)")
                let refreshed = try await withThrowingTaskGroup(of: Answer?.self) { group in
                    group.addTask { try await server.refresh(tokens.refresh) }
                    group.addTask {
                        _ = try await server.post("/api/auth/logout", bearer: tokens.access); return nil
                    }
                    return try await group.reduce(into: []) { $0.append($1) }.compactMap { $0 }
                }
                let userID = try #require(try Tokens.claims(of: tokens.refresh)["sub"] as? String)
                #expect(try await server.store.refreshTokens.findAllForUser(userID, at: server.clock.now, idleSince: .distantPast, limit: 9).isEmpty)
                for answer in refreshed where answer.status == 200 {
                    #expect(try await server.refresh(answer.tokens().refresh).status == 401)
                    #expect(try await server.get("/api/auth/me", bearer: answer.tokens().access).status == 401)
                }
            }
        }
    }

    @Test func aDeletedUserCannotRefresh() async throws {
        try await TestServer.with { server in
            let tokens = try await server.register()
            let userID = try #require(try Tokens.claims(of: tokens.refresh)["sub"] as? String)
            _ = try await server.store.users.delete(id: userID)
            server.clock.advance(5)
            #expect(try await server.refresh(tokens.refresh).status == 401)
        }
    }

    @Test(arguments: ["x", "a.b.c", "null"])
    func rubbishIsRefused(_ token: String) async throws {
        try await TestServer.with { server in
            let answer = try await server.refresh(token)
            #expect(answer.status == 401)
            #expect(try answer.errorType() == "jwt_error")
        }
    }

    @Test func anAccessTokenIsNoRefreshToken() async throws {
        try await TestServer.with { server in
            let token = try await server.register().access
            let answer = try await server.refresh(token)
            #expect(answer.status == 401)
        }
    }

    @Test func theBodyIsChecked() async throws {
        try await TestServer.with { server in
            let incomplete = try await server.post("/api/auth/refresh", "{}")
            #expect(try incomplete.fieldErrors() == ["body.refresh_token": "Field required"])
            let none = try await server.post("/api/auth/refresh")
            #expect(none.status == 415)
        }
    }

    /// RFC 6749 §5.1
    @Test func tokenResponsesAreNotStored() async throws {
        try await TestServer.with { server in
            let tokens = try await server.post("/api/auth/register", TestServer.account("ada"))
            #expect(tokens[header: "Cache-Control"] == "no-store")
            #expect(try await server.refresh(tokens.tokens().refresh)[header: "Cache-Control"] == "no-store")
        }
    }

    @Test func anIdleSessionIsNotListed() async throws {
        try await TestServer.with(settings: ["SESSION_IDLE_TTL": "1d"]) { server in
            _ = try await server.register()
            server.clock.advance(86_401)
            let other = try await server.login()
            let sessions = try await server.get("/api/auth/sessions", bearer: other.access).array()
            #expect(sessions.count == 1)
        }
    }
}
