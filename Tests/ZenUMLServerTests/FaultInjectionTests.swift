import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

/// Fails the first, second, third … store call of each request until the request succeeds: every answer before is a well-formed 503,
/// and nothing is left half done.
@Suite("Store faults at every call")
struct FaultInjectionTests {
    @Test(arguments: StoreKind.allCases)
    func registering(_ kind: StoreKind) async throws {
        try await eachCall(kind) { _ in
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

    @Test(arguments: StoreKind.allCases)
    func signingIn(_ kind: StoreKind) async throws {
        try await eachCall(kind) {
            try await $0.register()
        } request: { server, _ in
            try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#)
        } verify: { server, answers in
            let tokens = try #require(answers.last).tokens()
            #expect(try await server.get("/api/auth/sessions", bearer: tokens.access).array().count == 2)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func refreshing(_ kind: StoreKind) async throws {
        try await eachCall(kind) {
            try await $0.register()
        } request: { server, tokens in
            try await server.refresh(tokens.refresh)
        } verify: { server, answers in
            // Rotated before the fault or not: the repetition has the one live successor.
            let tokens = try #require(answers.last).tokens()
            #expect(try await server.refresh(tokens.refresh).status == 200)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func signingOut(_ kind: StoreKind) async throws {
        try await eachCall(kind) {
            try await $0.register()
        } request: { server, tokens in
            try await server.post("/api/auth/logout", bearer: tokens.access)
        } verify: { server, answers in
            #expect(answers.last?.status == 200)
            let userID = try #require(try await server.store.users.findByEmail("ada@example.com")?.id)
            #expect(try await server.store.refreshTokens.findAllForUser(userID, at: server.clock.now).isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func listingAndEndingSessions(_ kind: StoreKind) async throws {
        try await eachCall(kind) {
            try await $0.register()
        } request: { server, tokens in
            try await server.get("/api/auth/sessions", bearer: tokens.access)
        } verify: { _, answers in
            let sessions = try answers.last?.array()
            #expect(sessions?.count == 1)
        }
        try await eachCall(kind) {
            try await $0.register()
        } request: { server, tokens in
            let id = try #require(try Tokens.claims(of: tokens.access)["sid"] as? String)
            return try await server.send(.delete, "/api/auth/sessions/\(id)", bearer: tokens.access)
        } verify: { _, answers in
            #expect(answers.last?.status == 204)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func statusChecks(_ kind: StoreKind) async throws {
        try await eachCall(kind) { _ in
            ()
        } request: { server, _ in
            try await server.post("/api/status", #"{"client_name":"probe"}"#)
        } verify: { server, answers in
            #expect(answers.map(\.status) == [503, 201])
            let stored = try await server.get("/api/status").array()
            #expect(stored.count == 1)
        }
        try await eachCall(kind) { _ in
            ()
        } request: { server, _ in
            try await server.get("/api/status")
        } verify: { _, answers in
            #expect(answers.map(\.status) == [503, 200])
        }
    }

    private func eachCall<Prepared: Sendable>(
        _ kind: StoreKind,
        prepare: @escaping @Sendable (TestServer) async throws -> Prepared,
        request: @escaping @Sendable (TestServer, Prepared) async throws -> Answer,
        verify: @escaping @Sendable (TestServer, [Answer]) async throws -> Void
    ) async throws {
        let faults = StoreFaults()
        try await TestServer.with(kind, wrapping: { FaultyStore($0, faults) }) { server in
            let prepared = try await prepare(server)
            var answers: [Answer] = []
            for number in 1...20 {
                // Whatever was remembered is out of date, so that each attempt asks the store afresh.
                server.clock.advance(SessionCache.lifetime)
                faults.fail(call: number)
                let answer = try await request(server, prepared)
                answers.append(answer)
                guard answer.status == 503 else { break }
                #expect(try answer.errorType() == "service_unavailable")
                #expect(answer[header: "Retry-After"] != nil)
            }
            faults.stop()
            #expect(answers.count > 1, "no call failed")
            try await verify(server, answers)
        }
    }
}
