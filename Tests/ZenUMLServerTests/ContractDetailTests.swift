import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

/// Small promises of the contract, each by itself.
@Suite("Details of the contract")
struct ContractDetailTests {
    @Test func meTellsWhenTheAccountWasMade() async throws {
        try await TestServer.with { server in
            let tokens = try await server.register()
            server.clock.advance(60)
            // The test's clock starts at 4,000,000,000 s.
            let me = try await server.get("/api/auth/me", bearer: tokens.access)
            #expect(try me.string("created_at") == "2096-10-02T07:06:40.000Z")
        }
    }

    @Test func refreshTokensSayWhatTheyAreAndNoTwoAreAlike() async throws {
        try await TestServer.with { server in
            let first = try await server.register()
            let second = try await server.refresh(first.refresh).tokens()
            let claims = try [first.access, first.refresh, second.access, second.refresh].map { try Tokens.claims(of: $0) }
            #expect(claims.map { $0["type"] as? String } == ["access", "refresh", "access", "refresh"])
            let identifiers = Set(claims.compactMap { $0["jti"] as? String })
            #expect(identifiers.count == 4)
        }
    }

    @Test(arguments: ["x", "a.b.c"])
    func everyRefusedRefreshSaysTheSame(_ token: String) async throws {
        try await TestServer.with { server in
            let refused = try await server.refresh(token)
            #expect(refused.status == 401)
            #expect(try refused.string("detail") == "Invalid or expired refresh token")
        }
    }

    /// Whoever tries tokens is not told what was wrong with one.
    @Test func everyRefusedTokenOfOursSaysTheSame() async throws {
        try await TestServer.with { server in
            let reused = try await server.register("reused").refresh
            let successor = try await server.refresh(reused).tokens().refresh
            _ = try await server.refresh(successor)
            let revoked = try await server.register("revoked")
            _ = try await server.post("/api/auth/logout", bearer: revoked.access)
            let expired = try await server.register("expired")
            var answers = try await [reused, revoked.refresh, revoked.access].asyncMap { try await server.refresh($0) }
            server.clock.advance(8 * 86_400)
            answers.append(try await server.refresh(expired.refresh))
            for answer in answers {
                #expect(answer.status == 401)
                #expect(try answer.errorType() == "jwt_error")
                #expect(try answer.string("detail") == "Invalid or expired refresh token")
            }
        }
    }

    @Test func namesWithANullAreRefused() async throws {
        try await TestServer.with { server in
            let account = #"{"email":"ada@example.com","password":"\#(TestServer.password)","name":"A\u0000da"}"#
            let registered = try await server.post("/api/auth/register", account)
            #expect(try registered.fieldErrors() == ["body.name": "Name cannot contain the character U+0000"])
            let status = try await server.post("/api/status", #"{"client_name":"a\u0000b"}"#)
            #expect(try status.fieldErrors() == ["body.client_name": "Client name cannot contain the character U+0000"])
        }
    }

    @Test func theTimeTakenIsAFractionOfASecond() async throws {
        try await TestServer.with { server in
            let answer = try await server.get("/health")
            let text = try #require(answer[header: "X-Process-Time"])
            let seconds = try #require(Double(text))
            #expect(seconds > 0 && seconds < 1)
            #expect(text.contains("."))
        }
    }

    @Test func anAddressHasALimitOfItsOwnForSignIns() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_SIGN_IN": "3/min"]) { server in
            var statuses: [Int] = []
            for name in ["a", "b", "c", "d"] {
                statuses.append(try await server.post("/api/auth/login", #"{"email":"\#(name)@example.com","password":"wrong"}"#).status)
            }
            #expect(statuses == [401, 401, 401, 429])
        }
    }

    @Test func theEndOfASessionIsLogged() async throws {
        try await TestServer.with { server in
            let tokens = try await server.register()
            let sessions = try await server.get("/api/auth/sessions", bearer: tokens.access).array()
            let id = try #require(sessions.first?["id"] as? String)
            let ended = try await server.send(.delete, "/api/auth/sessions/\(id)", bearer: tokens.access)
            #expect(ended.status == 204)
            #expect(server.log.lines.contains { $0.metadata["event"] == "session_ended" })
        }
    }
}
