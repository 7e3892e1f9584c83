import Domain
import Foundation
import HTTPTypes
import Mail
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("E-mail addresses")
struct EmailTests {
    private static func verify(_ server: TestServer, _ token: String, bearer: String) async throws -> Answer {
        try await server.post("/api/auth/email/verify", #"{"token":"\#(token)"}"#, bearer: bearer)
    }

    private static func change(_ server: TestServer, to email: String, bearer: String) async throws -> Answer {
        try await server.post("/api/account/email", #"{"email":"\#(email)"}"#, bearer: bearer)
    }

    @Test func anAddressIsVerifiedByItsMail() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            let ada = try await server.post("/api/auth/register", TestServer.account("ada")).tokens().access
            try await server.work()
            let sent = try #require(mail.taken.first)
            #expect(sent.to.address == "ada@example.com" && sent.subject == "Verify your address for ZenUML")
            let token = try #require(mail.token)
            #expect(sent.html.contains("href=\"http://localhost:8000/verify#\(token)\""))
            #expect(try await server.get("/api/auth/me", bearer: ada).object()["email_verified"] as? Bool == false)
            #expect(try await server.get("/api/projects", bearer: ada).status == 200, "an unverified account works")
            let bob = try await server.register("bob").access
            #expect(try await Self.verify(server, token, bearer: bob).status == 404, "who gets somebody else's mail verifies nothing")
            #expect(try await server.post("/api/auth/email/verify", #"{"token":"\#(token)"}"#).status == 401)
            #expect(try await Self.verify(server, token, bearer: ada).object()["email_verified"] as? Bool == true)
            #expect(try await server.get("/api/auth/me", bearer: ada).object()["email_verified"] as? Bool == true)
            #expect(try await Self.verify(server, token, bearer: ada).status == 404)
            #expect(try await server.post("/api/auth/email/verification", bearer: ada).status == 409)
        }
    }

    @Test func aLinkIsAskedForOnceMoreAndExpires() async throws {
        let mail = RecordedMail()
        try await TestServer.with(settings: ["RATE_LIMIT_MAIL": "3/h"], mail: mail) { server in
            let ada = try await server.register().access
            #expect(try await server.post("/api/auth/email/verification", bearer: ada).status == 202)
            try await server.work()
            let token = try #require(mail.token)
            server.clock.advance(86_400)
            let again = try await server.login().access
            #expect(try await Self.verify(server, token, bearer: again).status == 404)
            var statuses: [Int] = []
            for _ in 0..<4 { statuses.append(try await server.post("/api/auth/email/verification", bearer: again).status) }
            #expect(statuses == [202, 202, 202, 429])
        }
    }

    @Test func anAddressChangesWhenTheNewOneAnswers() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            let ada = try await server.register()
            #expect(try await Self.change(server, to: "New@Example.com ", bearer: ada.access).status == 202)
            try await server.work()
            #expect(mail.taken.map(\.to.address) == ["new@example.com"] && mail.taken[0].subject == "Confirm your new address for ZenUML")
            #expect(try await server.get("/api/auth/me", bearer: ada.access).string("email") == "ada@example.com", "nothing has changed yet")
            #expect(try await Self.verify(server, try #require(mail.token), bearer: ada.access).string("email") == "new@example.com")
            server.clock.advance(EmailChangedMail.delay)
            try await server.work()
            #expect(mail.taken.last?.to.address == "ada@example.com" && mail.taken.last?.subject == "Your address for ZenUML has changed")
            #expect(mail.taken.last?.text.contains("new@example.com") == false, "who reads the former one learns no more than that")
            #expect(try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(TestServer.password)"}"#).status == 401)
            #expect(try await server.post("/api/auth/login", #"{"email":"new@example.com","password":"\#(TestServer.password)"}"#).status == 200)
            let refreshed = try await server.refresh(ada.refresh).tokens()
            #expect(try await server.get("/api/auth/me", bearer: refreshed.access).string("email") == "new@example.com")
        }
    }

    /// A link that went to the former address opens nothing any more.
    @Test func aChangeEndsTheLinksThatThereWere() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            let ada = try await server.register().access
            _ = try await server.post("/api/auth/password/forgotten", #"{"email":"ada@example.com"}"#)
            try await server.work()
            let reset = try #require(mail.token)
            #expect(try await Self.change(server, to: "new@example.com", bearer: ada).status == 202)
            try await server.work()
            #expect(try await Self.verify(server, try #require(mail.token), bearer: ada).status == 200)
            let body = #"{"token":"\#(reset)","password":"difference engine 1822"}"#
            #expect(try await server.post("/api/auth/password/reset", body).status == 404)
        }
    }

    @Test func anAddressOfSomebodyElseIsNotTaken() async throws {
        let mail = RecordedMail()
        try await TestServer.with(settings: ["ALLOWED_DOMAINS": "example.com"], mail: mail) { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            #expect(try await Self.change(server, to: "bob@example.com", bearer: ada).status == 409)
            #expect(try await Self.change(server, to: "ada@example.com", bearer: ada).status == 409)
            #expect(try await Self.change(server, to: "ada@other.example", bearer: ada).status == 403)
            #expect(try await Self.change(server, to: "no address", bearer: ada).status == 422)
            var tokens: [String] = []
            for bearer in [ada, bob] {
                #expect(try await Self.change(server, to: "new@example.com", bearer: bearer).status == 202)
                try await server.work()
                tokens.append(try #require(mail.token))
            }
            let (forAda, forBob) = (tokens[0], tokens[1])
            #expect(try await Self.verify(server, forBob, bearer: bob).status == 200)
            #expect(try await Self.verify(server, forAda, bearer: ada).status == 409, "meanwhile it is bob's")
        }
    }

    @Test func aMailedLinkForAPasswordVerifiesTheAddress() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            _ = try await server.register()
            _ = try await server.post("/api/auth/password/forgotten", #"{"email":"ada@example.com"}"#)
            try await server.work()
            let body = #"{"token":"\#(try #require(mail.token))","password":"\#(TestServer.password)"}"#
            #expect(try await server.post("/api/auth/password/reset", body).status == 204)
            #expect(try await server.store.users.findByEmail("ada@example.com")?.isEmailVerified == true)
        }
    }

    /// Whoever has taken a session over can't hide the first change behind a second one.
    @Test func theFormerAddressHearsOfItWhateverFollows() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            let ada = try await server.register().access
            for address in ["b@example.com", "c@example.com"] {
                #expect(try await Self.change(server, to: address, bearer: ada).status == 202)
                try await server.work()
                #expect(try await Self.verify(server, try #require(mail.token), bearer: ada).status == 200)
            }
            server.clock.advance(EmailChangedMail.delay)
            try await server.work()
            let told = Set(mail.taken.filter { $0.subject.contains("has changed") }.map(\.to.address))
            #expect(told == ["ada@example.com", "b@example.com"])
        }
    }

    @Test func makingAccountsFillsNobodysMailbox() async throws {
        let mail = RecordedMail()
        try await TestServer.with(settings: ["RATE_LIMIT_MAIL": "2/h"], mail: mail) { server in
            for _ in 0..<4 {
                let ada = try await server.post("/api/auth/register", TestServer.account("ada")).tokens().access
                try await server.work()
                #expect(try await server.send(.delete, "/api/account", bearer: ada).status == 204)
            }
            #expect(mail.taken.count == 2 && mail.taken.allSatisfy { !$0.text.contains("ada,") })
        }
    }

    @Test func whereNoMailIsSentNothingIsOffered() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            #expect(try await server.post("/api/auth/email/verification", bearer: ada).status == 404)
            #expect(try await Self.change(server, to: "new@example.com", bearer: ada).status == 404)
            #expect(try await server.store.jobs.findAll(limit: 9).isEmpty)
        }
    }

    /// No change is made that the former address does not hear of.
    @Test(arguments: StoreFaults.Moment.allCases)
    func aBrokenChangeIsFinishedByTheSameLink(_ moment: StoreFaults.Moment) async throws {
        let mail = RecordedMail()
        try await EachStoreCall.fails(moment, mail: mail) { server in
            let ada = try await server.register().access
            _ = try await Self.change(server, to: "new@example.com", bearer: ada)
            try await server.work()
            return (bearer: ada, token: try #require(mail.token))
        } request: { server, ada in
            try await Self.verify(server, ada.token, bearer: ada.bearer)
        } verify: { server, answers in
            #expect([200, 404].contains(answers.last?.status))
            #expect(try await server.store.users.findByEmail("new@example.com")?.isEmailVerified == true)
            server.clock.advance(EmailChangedMail.delay)
            try await server.work()
            #expect(mail.taken.contains { $0.to.address == "ada@example.com" && $0.subject.contains("has changed") })
        }
    }
}
