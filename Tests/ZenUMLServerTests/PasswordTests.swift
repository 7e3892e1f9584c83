import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Passwords and names")
struct PasswordTests {
    private static let new = "difference engine 1822"

    private static func change(from current: String?, to new: String) -> String {
        current.map { #"{"current_password":"\#($0)","new_password":"\#(new)"}"# } ?? #"{"new_password":"\#(new)"}"#
    }

    @Test func aNewPasswordEndsTheOtherSessions() async throws {
        try await TestServer.with { server in
            let (here, elsewhere) = (try await server.register(), try await server.login())
            let body = Self.change(from: TestServer.password, to: Self.new)
            #expect(try await server.post("/api/auth/password", body, bearer: here.access).status == 204)
            #expect(try await server.get("/api/auth/me", bearer: here.access).status == 200)
            #expect(try await server.get("/api/auth/me", bearer: elsewhere.access).status == 401)
            #expect(try await server.refresh(elsewhere.refresh).status == 401)
            #expect(try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#).status == 401)
            #expect(try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(Self.new)"}"#).status == 200)
        }
    }

    @Test func whoDoesNotKnowThePresentOneSetsNone() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            #expect(try await server.get("/api/auth/password", bearer: ada).text == #"{"is_set":true}"#)
            for current in [nil, "", "wrong wrong wrong"] {
                let answer = try await server.post("/api/auth/password", Self.change(from: current, to: Self.new), bearer: ada)
                #expect(try answer.fieldErrors() == ["body.current_password": "This is not your password"])
            }
            for (password, message) in [
                ("short", "Password should have 12 to 128 characters"), ("ada@example.com", "This password is too easy to guess; choose another"),
            ] {
                let answer = try await server.post("/api/auth/password", Self.change(from: TestServer.password, to: password), bearer: ada)
                #expect(try answer.fieldErrors() == ["body.new_password": message])
            }
            #expect(try await server.login().access.isEmpty == false)
        }
    }

    /// Guessing the present password is guessing a password.
    @Test func wrongOnesCountAgainstTheAccount() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_SIGN_IN": "8/min"]) { server in
            let ada = try await server.register().access
            var statuses: [Int] = []
            for _ in 0..<10 {
                statuses.append(try await server.post("/api/auth/password", Self.change(from: "wrong", to: Self.new), bearer: ada).status)
            }
            #expect(statuses.prefix(7).allSatisfy { $0 == 422 } && statuses.last == 429)
        }
    }

    @Test func aLinkSetsAPasswordOnce() async throws {
        try await TestServer.with { server in
            let ada = try await server.register()
            let users = UserAdministration(store: server.store, clock: server.clock.wallClock)
            let link = try await users.resetLink(for: users.find("Ada@example.com"))
            let token = try #require(link.split(separator: "#").last)
            let easy = try await server.post("/api/auth/password/reset", #"{"token":"\#(token)","password":"ada@example.com"}"#)
            #expect(easy.status == 422, "it counts all the same afterwards")
            let body = #"{"token":"\#(token)","password":"\#(Self.new)"}"#
            #expect(try await server.post("/api/auth/password/reset", body).status == 204)
            #expect(try await server.post("/api/auth/password/reset", body).status == 404)
            #expect(try await server.get("/api/auth/me", bearer: ada.access).status == 401, "whoever was signed in is not any more")
            #expect(try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(Self.new)"}"#).status == 200)
            let late = try await users.resetLink(for: users.find("ada@example.com")).split(separator: "#").last ?? ""
            server.clock.advance(86_401)
            #expect(try await server.post("/api/auth/password/reset", #"{"token":"\#(late)","password":"\#(Self.new)"}"#).status == 404)
        }
    }

    /// A second link, or a changed password, leaves no way in behind.
    @Test func aNewPasswordEndsTheLinks() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let users = UserAdministration(store: server.store, clock: server.clock.wallClock)
            let token = try await users.resetLink(for: users.find("ada@example.com")).split(separator: "#").last ?? ""
            _ = try await server.post("/api/auth/password", Self.change(from: TestServer.password, to: Self.new), bearer: ada)
            #expect(try await server.post("/api/auth/password/reset", #"{"token":"\#(token)","password":"another one 123456"}"#).status == 404)
        }
    }

    /// Whoever knows the former password may be at work just then: before whichever call of theirs the owner gets a new one, it counts.
    @Test(arguments: ["login", "change"])
    func nothingOutlivesANewPassword(_ attack: String) async throws {
        let interruption = StoreInterruption()
        try await StoreKind.underTest.withStore { base in
            try await TestServer.on(FaultyStore(base, interruption)) { server in
                let first = try await server.register()
                let id = try await server.id(of: first.access)
                let old = try #require(try await base.users.find(id: id)?.passwordHash)
                for number in 1...20 {
                    _ = try await base.users.change(UserChange(id: id, [.passwordHash(old)], updatedAt: Samples.time))
                    let bearer = try await server.login().access
                    interruption.prepare(call: number) {
                        _ = try await base.users.change(UserChange(id: id, [.passwordHash("new")], updatedAt: Samples.time))
                        try await base.refreshTokens.revokeAllForUser(id)
                    }
                    if attack == "login" {
                        _ = try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#)
                    } else {
                        _ = try await server.post("/api/auth/password", Self.change(from: TestServer.password, to: Self.new), bearer: bearer)
                    }
                    guard interruption.isDone else {
                        #expect(number > 2, "there were calls")
                        return
                    }
                    #expect(try await base.users.find(id: id)?.passwordHash == "new", "before call \(number)")
                    let now = server.clock.wallClock.now
                    let left = try await base.refreshTokens.findAllForUser(id, at: now, idleSince: Date(milliseconds: 0), limit: 9)
                    #expect(left.isEmpty, "before call \(number)")
                }
            }
        }
    }

    @Test func aPersonChangesTheirName() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let named = try await server.send(.patch, "/api/account", json: #"{"name":" Countess "}"#, bearer: ada)
            #expect(try named.string("name") == "Countess")
            #expect(try await server.get("/api/auth/me", bearer: ada).text == named.text)
            let empty = try await server.send(.patch, "/api/account", json: #"{"name":" "}"#, bearer: ada)
            #expect(try empty.fieldErrors() == ["body.name": "Name cannot be empty"])
        }
    }

    @Test func theOperatorAddsClosesAndRemoves() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            _ = try await server.makeProject(bearer: ada)
            let users = UserAdministration(store: server.store, clock: server.clock.wallClock)
            let user = try await users.find("ada@example.com")
            #expect(try await users.counts(of: user).projects == 1)
            try await users.setDisabled(true, user)
            server.clock.advance(SessionCache.lifetime)
            #expect(try await server.get("/api/auth/me", bearer: ada).status == 401)
            let refused = try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#)
            #expect(refused.status == 403)
            try await users.setDisabled(false, user)
            let again = try await server.login().access
            #expect(try await server.get("/api/projects", bearer: again).array().count == 1)
            #expect(try await users.signOut(user) == 1)
            let bob = try await users.add("Bob@Example.com", name: "Bob")
            #expect(bob.email == "bob@example.com" && bob.passwordHash == nil)
            await #expect(throws: UserProblem.taken("bob@example.com")) { try await users.add("bob@example.com", name: "B") }
            await #expect(throws: UserProblem.self) { try await users.add("nobody", name: "B") }
            await #expect(throws: UserProblem.unknown("x@example.com")) { try await users.find("x@example.com") }
            try await users.delete(user)
            var addresses: [String] = []
            try await users.list { addresses += $0.map(\.email) }
            #expect(addresses == ["bob@example.com"])
        }
    }

    @Test func onlySomeDomainsMayComeWhereThatIsSet() async throws {
        try await TestServer.with(settings: ["ALLOWED_DOMAINS": "Example.com, uml.example"]) { server in
            let refused = try await server.post("/api/auth/register", TestServer.account("eve").replacing("example.com", with: "evil-example.com"))
            #expect(refused.status == 403)
            #expect(try refused.string("detail") == "Accounts on this server are for addresses of example.com, uml.example")
            #expect(try await server.register().access.isEmpty == false)
        }
        #expect(throws: SettingsError.self) { try TestServer.makeSettings(["ALLOWED_DOMAINS": "not a domain"]) }
    }
}
