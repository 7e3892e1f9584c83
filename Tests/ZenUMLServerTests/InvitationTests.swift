import Domain
import Foundation
import HTTPTypes
import Mail
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Invitations")
struct InvitationTests {
    private static func invite(_ email: String, _ kind: String = "edit", to path: String, _ server: TestServer, _ bearer: String) async throws
        -> Answer
    {
        try await server.post("\(path)/links", #"{"kind":"\#(kind)","email":"\#(email)"}"#, bearer: bearer)
    }

    @Test func whoGetsTheMailComesInOnce() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            let (ada, bob, cy) = (
                try await server.register().access, try await server.register("bob").access, try await server.register("cy").access
            )
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            let made = try await Self.invite("Bob@Work.example", to: path, server, ada)
            #expect(try made.status == 201 && made.string("email") == "bob@work.example" && made.object()["token"] is NSNull)
            try await server.work()
            let sent = try #require(mail.taken.first)
            #expect(sent.to.address == "bob@work.example" && sent.subject == "ada shares the project “Shop” with you")
            #expect(sent.text.contains("You may view and change it."))
            let token = try #require(mail.token)
            #expect(sent.text.contains("http://localhost:8000/s#\(token)"))
            #expect(try await server.open(token).string("role") == "editor")
            // The answer to the first may get lost.
            for _ in 0..<2 { #expect(try await server.accept(token, bearer: bob).status == 200) }
            #expect(try await server.get(path, bearer: bob).string("role") == "editor")
            #expect(try await server.accept(token, bearer: cy).status == 404)
            #expect(try await server.open(token).status == 404)
            let access = try await server.get("\(path)/access", bearer: ada).object()
            #expect((access["links"] as? [Any])?.isEmpty == true)
            #expect((access["members"] as? [[String: Any]])?.first?["link_id"] is NSNull, "the role stays when the link is over")
            // Somebody who was sent away does not come back by it.
            #expect(try await server.send(.delete, "\(path)/members/\(try await server.id(of: bob))", bearer: ada).status == 204)
            _ = try await server.accept(token, bearer: bob)
            server.clock.advance(4)
            #expect(try await server.get(path, bearer: bob).status == 404)
        }
    }

    @Test func anInvitationEndsAfterAWeekOrWhenItsOwnerSaysSo() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            _ = try await Self.invite("b@example.com", "view", to: path, server, ada)
            try await server.work()
            let first = try #require(mail.token)
            #expect(try await server.open(first).object()["diagram"] == nil, "it is for whoever signs in by it")
            server.clock.advance(60)
            _ = try await Self.invite("b@example.com", "comment", to: path, server, ada)
            try await server.work()
            let second = try #require(mail.token)
            #expect(try await server.accept(first, bearer: bob).status == 404, "the later one is in its place")
            let links = try #require(try await server.get("\(path)/access", bearer: ada).object()["links"] as? [[String: Any]])
            #expect(links.map { $0["email"] as? String } == ["b@example.com"])
            server.clock.advance(7 * 86_400)
            #expect(try await server.open(second).status == 404)
            let again = try await server.login().access
            let third = try await Self.invite("b@example.com", to: path, server, again).string("id")
            #expect(try await server.send(.delete, "\(path)/links/\(third)", bearer: again).status == 204)
            try await server.work()
            #expect(mail.taken.count == 2, "what was ended before it was sent is not sent")
        }
    }

    @Test func aRoleIsNotLostByAnInvitation() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            for (kind, role) in [("comment", "commenter"), ("edit", "editor"), ("view", "editor")] {
                server.clock.advance(60)
                _ = try await Self.invite("bob@example.com", kind, to: path, server, ada)
                try await server.work()
                #expect(try await server.accept(try #require(mail.token), bearer: bob).status == 200)
                #expect(try await server.get(path, bearer: bob).string("role") == role)
            }
            server.clock.advance(60)
            _ = try await Self.invite("bob@example.com", to: path, server, ada)
            try await server.work()
            #expect(try await server.accept(try #require(mail.token), bearer: ada).status == 200, "its owner needs none")
            #expect(try await server.accept(try #require(mail.token), bearer: bob).status == 200, "and uses it up for nobody")
        }
    }

    @Test func nobodyIsInvitedWithoutMailOrToAPictureOrTooOften() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            #expect(try await Self.invite("b@example.com", to: path, server, ada).status == 409)
        }
        let mail = RecordedMail()
        try await TestServer.with(settings: ["RATE_LIMIT_MAIL": "2/h"], mail: mail) { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            #expect(
                try await Self.invite("b@example.com", "picture", to: path, server, ada).fieldErrors() == [
                    "body.kind": "Nobody can be invited to a picture"
                ])
            #expect(try await Self.invite("no address", to: path, server, ada).fieldErrors().keys.sorted() == ["body.email"])
            for name in ["b", "c"] { #expect(try await Self.invite("\(name)@example.com", to: path, server, ada).status == 201) }
            #expect(try await Self.invite("d@example.com", to: path, server, ada).status == 429)
            try await server.work()
            #expect(mail.taken.count == 2)
        }
    }

    @Test func whatIsSharedIsNoPlaceForHeadersOrMarkup() async throws {
        let mail = RecordedMail()
        try await TestServer.with(mail: mail) { server in
            // A sign that joins the next character hides it from a search for characters.
            let name = #"\u0d4e<b\u0d4e>Eve</b>\r\nBcc: victim@example.com"#
            let eve = try await server.post(
                "/api/auth/register", #"{"email":"eve@example.com","password":"\#(TestServer.password)","name":"\#(name)"}"#
            ).tokens().access
            let path = "/api/projects/\(try await server.makeProject(bearer: eve))"
            _ = try await Self.invite("b@example.com", to: path, server, eve)
            try await server.work()
            let sent = try #require(mail.taken.first)
            let header = sent.encoded.components(separatedBy: "\r\n\r\n")[0]
            #expect(!header.components(separatedBy: "\r\n").contains { $0.hasPrefix("Bcc") })
            #expect(Data(sent.html.utf8).range(of: Data("<b\u{0D4E}>".utf8)) == nil && Data(sent.html.utf8).range(of: Data("</b>".utf8)) == nil)
            #expect(!sent.text.contains("\r") && !sent.text.contains("\nBcc"))
        }
    }

    /// Whatever call of the store fails, whoever is told 201 gets a mail, and nobody else.
    @Test(arguments: StoreFaults.Moment.allCases)
    func eachCallOfTheStoreMayFail(_ moment: StoreFaults.Moment) async throws {
        let mail = RecordedMail()
        let faults = StoreFaults()
        try await TestServer.with(mail: mail, wrapping: { FaultyStore($0, faults) }) { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            var calls = 0
            for number in 1...20 {
                server.clock.advance(10)
                let before = mail.taken.count
                faults.fail(call: number, moment)
                let answer = try await Self.invite("b@example.com", to: path, server, ada)
                faults.stop()
                try await server.work()
                if answer.status == 201 {
                    #expect(mail.taken.count == before + 1)
                    calls = number
                    break
                }
                #expect(answer.status == 503)
                let links = try #require(try await server.get("\(path)/access", bearer: ada).object()["links"] as? [Any])
                #expect(mail.taken.count == before || !links.isEmpty, "call \(number): a link in a mail leads somewhere")
            }
            #expect(calls > 3)
        }
    }
}
