import Domain
import Foundation
import Mail
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Forgotten passwords")
struct ForgottenPasswordTests {
    private static let path = "/api/auth/password/forgotten"
    private static let new = "difference engine 1822"

    private static func ask(_ server: TestServer, _ email: String = "ada@example.com") async throws -> Answer {
        try await server.post(path, #"{"email":"\#(email)"}"#)
    }

    private static func reset(_ server: TestServer, _ token: String) async throws -> Int {
        try await server.post("/api/auth/password/reset", #"{"token":"\#(token)","password":"\#(new)"}"#).status
    }

    @Test func aLinkComesByMailAndCountsOnce() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            let ada = try await server.register().access
            #expect(try await server.get("/api/auth/providers").object()["mail"] as? Bool == true)
            let answer = try await Self.ask(server, "Ada@Example.com")
            #expect(answer.status == 202 && answer.text.isEmpty)
            #expect(mail.taken.isEmpty, "nobody waits for it")
            try await server.work()
            let sent = try #require(mail.taken.first)
            #expect(sent.to.address == "ada@example.com" && sent.subject == "Set a new password for ZenUML" && sent.text.contains("Hello ada,"))
            let token = try #require(mail.token)
            #expect(sent.html.contains("href=\"http://localhost:8000/reset#\(token)\""))
            #expect(try await Self.reset(server, token) == 204)
            #expect(try await server.get("/api/auth/me", bearer: ada).status == 401, "all sessions have ended")
            #expect(try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"\#(Self.new)"}"#).status == 200)
            #expect(try await Self.reset(server, token) == 404)
            #expect(try await server.store.jobs.findAll(limit: 9).isEmpty)
        }
    }

    @Test func aLinkCountsForHalfAnHour() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            _ = try await server.register()
            _ = try await Self.ask(server)
            try await server.work()
            server.clock.advance(1800)
            #expect(try await Self.reset(server, try #require(mail.token)) == 404)
        }
    }

    @Test func nobodyLearnsWhoHasAnAccount() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            _ = try await server.register()
            _ = try await server.register("closed")
            let closed = try #require(try await server.store.users.findByEmail("closed@example.com"))
            _ = try await server.store.users.change(UserChange(id: closed.id, [.disabledAt(Samples.time)], updatedAt: Samples.time))
            let answers = try await ["ada@example.com", "nobody@example.com", "closed@example.com"].asyncMap { try await Self.ask(server, $0) }
            #expect(Set(answers.map(\.status)) == [202] && Set(answers.map(\.text)) == [""])
            #expect(try await server.store.jobs.findAll(limit: 9).count == 3)
            try await server.work()
            #expect(mail.taken.map(\.to.address) == ["ada@example.com"])
            #expect(!server.log.text.contains("@example.com"))
        }
    }

    @Test func whatIsAskedTwiceIsSentOnce() async throws {
        let mail = RecordedMail()
        try await TestServer.with(settings: ["RATE_LIMIT_MAIL": "4/h"], mail: mail) { server in
            _ = try await server.register()
            for _ in 0..<2 { #expect(try await Self.ask(server).status == 202) }
            try await server.work()
            #expect(mail.taken.count == 1)
            server.clock.advance(1)
            #expect(try await Self.ask(server).status == 202)
            let refused = try await Self.ask(server)
            #expect(refused.status == 429 && refused[header: "Retry-After"] != nil)
            #expect(try await Self.ask(server, "bob@example.com").status == 202)
            try await server.work()
            #expect(mail.taken.count == 2 && Set(mail.taken.map(\.id)).count == 2)
        }
    }

    @Test func whereNoMailIsSentNothingIsOffered() async throws {
        try await TestServer.with { server in
            #expect(try await server.get("/api/auth/providers").object()["mail"] as? Bool == false)
            #expect(try await Self.ask(server).status == 404)
            try await server.work()
        }
    }

    @Test func aServerThatIsAwayIsTriedAgain() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            _ = try await server.register()
            mail.refuse(MailError("no route", isPermanent: false))
            _ = try await Self.ask(server)
            var pauses: [TimeInterval] = []
            for attempt in 1...8 {
                try await server.work()
                let job = try #require(try await server.store.jobs.findAll(limit: 9).first)
                #expect(job.attempts == attempt && job.lastError == "no route" && (job.failedAt != nil) == (attempt == 8))
                pauses.append(job.runAt.timeIntervalSince(server.clock.wallClock.now))
                server.clock.advance(max(0, pauses[attempt - 1]))
            }
            for (pause, middle) in zip(pauses, [20.0, 40, 80, 160, 320, 640, 1280]) { #expect((0.69 * middle...1.31 * middle).contains(pause)) }
            try await server.work()
            #expect(mail.taken.isEmpty, "it has been given up")
            mail.refuse(nil)
            let job = try #require(try await server.store.jobs.findAll(limit: 9).first)
            #expect(try await server.store.jobs.retry(id: job.id, at: server.clock.wallClock.now))
            try await server.work()
            #expect(mail.taken.count == 1)
            #expect(try await Self.reset(server, try #require(mail.token)) == 204)
        }
    }

    @Test func whatIsRefusedForGoodIsNotTriedAgain() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            _ = try await server.register()
            mail.refuse(MailError("no such mailbox (reply 550)", isPermanent: true))
            _ = try await Self.ask(server)
            try await server.work()
            let job = try #require(try await server.store.jobs.findAll(limit: 9).first)
            #expect(job.failedAt != nil && job.attempts == 1 && job.lastError == "no such mailbox (reply 550)")
            mail.refuse(nil)
            _ = try await Self.ask(server)
            try await server.work()
            #expect(mail.taken.count == 1, "who asks again is not refused because of what was given up")
        }
    }

    @Test func anOutcomeIsCounted() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            _ = try await server.register()
            _ = try await Self.ask(server)
            try await server.work()
            let metrics = try await server.get("/metrics").text
            #expect(metrics.contains(#"zenuml_jobs_total{kind="password_reset_mail",outcome="done"} 1"#))
        }
    }

    /// Whatever call of the store fails, the mail comes in the end.
    @Test(arguments: StoreFaults.Moment.allCases)
    func eachCallOfTheStoreMayFail(_ moment: StoreFaults.Moment) async throws {
        let mail = RecordedMail()
        let faults = StoreFaults()
        try await TestServer.with(mail: mail, wrapping: { FaultyStore($0, faults) }) { server in
            _ = try await server.register()
            for number in 1...12 {
                _ = try await Self.ask(server)
                let before = mail.taken.count
                faults.fail(call: number, moment)
                for _ in 0..<4 {
                    try? await server.work()
                    server.clock.advance(120)
                }
                faults.stop()
                try await server.work()
                #expect(mail.taken.count > before, "call \(number)")
                #expect(try await server.store.jobs.findAll(limit: 9).isEmpty)
            }
            #expect(try await Self.reset(server, try #require(mail.token)) == 204)
        }
    }
}
