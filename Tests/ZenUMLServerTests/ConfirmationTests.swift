import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

/// ASVS 5.0, 7.5.1 and 7.5.2.
@Suite("Proving once more who one is")
struct ConfirmationTests {
    @Test func whatCannotBeTakenBackIsAskedForAgain() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let other = try await server.login().access
            let id = try await server.get("/api/auth/sessions", bearer: other).array().first { $0["current"] as? Bool == true }?["id"] as? String
            server.clock.advance(601)
            let session = "/api/auth/sessions/\(try #require(id))"
            let asked = try await [
                server.send(.delete, session, bearer: ada), server.send(.delete, "/api/account", bearer: ada),
                server.post("/api/account/email", #"{"email":"new@example.com"}"#, bearer: ada),
                server.post("/api/auth/second-factor", bearer: ada), server.send(.delete, "/api/auth/second-factor", bearer: ada),
                server.post("/api/auth/second-factor/recovery-codes", bearer: ada),
            ]
            for answer in asked { #expect(try answer.status == 403 && answer.errorType() == "confirmation_required") }
            #expect(try await server.get("/api/auth/confirm", bearer: ada).text == #"{"method":"password"}"#)
            let wrong = try await server.post("/api/auth/confirm", #"{"password":"wrong"}"#, bearer: ada)
            #expect(try wrong.fieldErrors() == ["body.password": "This is not your password"])
            #expect(try await server.post("/api/auth/confirm", "{}", bearer: ada).status == 422)
            #expect(try await server.post("/api/auth/confirm", #"{"password":"\#(TestServer.password)"}"#, bearer: ada).status == 204)
            #expect(try await server.send(.delete, session, bearer: ada).status == 204)
            server.clock.advance(601)
            #expect(try await server.send(.delete, "/api/account", bearer: ada).status == 403, "for ten minutes only")
        }
    }

    @Test func oneSignsOutHereWithoutBeingAsked() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let id = try #require(try await server.get("/api/auth/sessions", bearer: ada).array().first?["id"] as? String)
            server.clock.advance(601)
            #expect(try await server.send(.delete, "/api/auth/sessions/\(id)", bearer: ada).status == 204)
        }
    }

    @Test func oneSessionConfirmsNoOther() async throws {
        try await TestServer.with { server in
            let (ada, other) = (try await server.register().access, try await server.login().access)
            server.clock.advance(601)
            #expect(try await server.post("/api/auth/confirm", #"{"password":"\#(TestServer.password)"}"#, bearer: ada).status == 204)
            #expect(try await server.send(.delete, "/api/account", bearer: other).status == 403)
            #expect(try await server.send(.delete, "/api/account", bearer: ada).status == 204)
        }
    }

    /// Another server has remembered the session as it was.
    @Test func whatWasProvedOnAnotherServerCounts() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            server.clock.advance(601)
            #expect(try await server.get("/api/auth/me", bearer: ada).status == 200)
            let user = try #require(try await server.store.users.findByEmail("ada@example.com"))
            let session = try #require(
                try await server.store.refreshTokens.findAllForUser(user.id, at: server.clock.now, idleSince: Date(milliseconds: 0), limit: 1).first)
            #expect(try await server.store.refreshTokens.confirm(id: session.id, userID: user.id, at: server.clock.now))
            #expect(try await server.send(.delete, "/api/account", bearer: ada).status == 204)
        }
    }
}
