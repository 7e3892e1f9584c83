import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

/// Fails the first, second, third … store call of each request, before or after its work, until the request succeeds: every answer before
/// is a well-formed 503, and nothing is left half done.
@Suite("Store faults at every call")
struct FaultInjectionTests {
    @Test(arguments: StoreFaults.Moment.allCases)
    func registering(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment) { _ in
            ()
        } request: { server, _ in
            try await server.post("/api/auth/register", TestServer.account("ada"))
        } verify: { server, answers in
            // The account may exist without a session; then its owner signs in. Never is there a session without an account.
            #expect([201, 409].contains(answers.last?.status))
            let tokens = try await server.login()
            #expect(!tokens.access.isEmpty)
        }
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func signingIn(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment) {
            try await $0.register()
        } request: { server, _ in
            try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#)
        } verify: { server, answers in
            let tokens = try #require(answers.last).tokens()
            #expect(try await server.get("/api/auth/sessions", bearer: tokens.access).array().count >= 2)
        }
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func refreshing(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment, pause: 1) {
            try await $0.register()
        } request: { server, tokens in
            try await server.refresh(tokens.refresh)
        } verify: { server, answers in
            // Rotated before the fault or not: the repetition has the one live successor.
            let tokens = try #require(answers.last).tokens()
            #expect(try await server.refresh(tokens.refresh).status == 200)
        }
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func signingOut(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment) {
            try await $0.register()
        } request: { server, tokens in
            try await server.post("/api/auth/logout", bearer: tokens.access)
        } verify: { server, answers in
            // Signed out by the call whose answer got lost, or by this one.
            #expect(answers.last?.status == (moment == .after ? 401 : 200))
            let userID = try #require(try await server.store.users.findByEmail("ada@example.com")?.id)
            #expect(try await server.store.refreshTokens.findAllForUser(userID, at: server.clock.now, idleSince: .distantPast, limit: 9).isEmpty)
        }
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func listingAndEndingSessions(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment) {
            try await $0.register()
        } request: { server, tokens in
            try await server.get("/api/auth/sessions", bearer: tokens.access)
        } verify: { _, answers in
            let sessions = try answers.last?.array()
            #expect(sessions?.count == 1)
        }
        try await EachStoreCall.fails(moment) {
            try await $0.register()
        } request: { server, tokens in
            let id = try #require(try Tokens.claims(of: tokens.access)["sid"] as? String)
            return try await server.send(.delete, "/api/auth/sessions/\(id)", bearer: tokens.access)
        } verify: { _, answers in
            // Ended by the call whose answer got lost, and the access token with it, or by this one.
            #expect(answers.last?.status == (moment == .after ? 401 : 204))
        }
    }

    @Test(arguments: StoreFaults.Moment.allCases)
    func statusChecks(_ moment: StoreFaults.Moment) async throws {
        try await EachStoreCall.fails(moment) { _ in
            ()
        } request: { server, _ in
            try await server.post("/api/status", #"{"client_name":"probe"}"#)
        } verify: { server, answers in
            #expect(answers.map(\.status) == [503, 201])
            let stored = try await server.get("/api/status").array()
            #expect(stored.count == (moment == .after ? 2 : 1))
        }
        try await EachStoreCall.fails(moment) { _ in
            ()
        } request: { server, _ in
            try await server.get("/api/status")
        } verify: { _, answers in
            #expect(answers.map(\.status) == [503, 200])
        }
    }
}
