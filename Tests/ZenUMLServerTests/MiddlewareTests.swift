import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Middleware")
struct MiddlewareTests {
    @Test func aValidRequestIDIsKept() async throws {
        try await TestServer.with { server in
            let answer = try await server.get("/health", headers: ["X-Request-ID": "trace-01_A.b"])
            #expect(answer[header: "X-Request-ID"] == "trace-01_A.b")
        }
    }

    /// ASVS 16.4.1: what a stranger sends must not forge a line of the log.
    @Test(arguments: ["", "a b", "a;b", "é", "<script>", String(repeating: "a", count: 129)])
    func anotherRequestIDIsReplaced(_ incoming: String) async throws {
        try await TestServer.with { server in
            let id = try #require(try await server.get("/health", headers: ["X-Request-ID": incoming])[header: "X-Request-ID"])
            #expect(id.wholeMatch(of: /[0-9a-f]{32}/) != nil)
            #expect(server.log.lines.contains { $0.metadata["request_id"] == id })
        }
    }

    @Test func everyAnswerHasIDAndTimeErrorsToo() async throws {
        try await TestServer.with { server in
            let answers = [
                try await server.get("/health"), try await server.get("/nowhere"), try await server.send(.put, "/health"),
                try await server.post("/api/status", "{"), try await server.get("/api/auth/me"), try await server.post("/api/auth/login", "{}"),
            ]
            #expect(answers.map(\.status) == [200, 404, 405, 400, 401, 422])
            for answer in answers {
                #expect(answer[header: "X-Request-ID"] != nil)
                #expect(answer[header: "X-Process-Time"]?.wholeMatch(of: /\d+\.\d{6}/) != nil)
                #expect(answer[header: "Content-Type"] == "application/json")
                #expect(answer[header: "Vary"] == "Origin")
            }
        }
    }

    @Test func oneLineIsLoggedARequest() async throws {
        try await TestServer.with { server in
            let tokens = try await server.register()
            let userID = try Tokens.claims(of: tokens.access)["sub"] as? String
            _ = try await server.send(.delete, "/api/auth/sessions/some-id", bearer: tokens.access)
            let line = try #require(server.log.lines.last { $0.message == "request" })
            #expect(line.metadata["route"] == "/api/auth/sessions/{id}")
            #expect(line.metadata["method"] == "DELETE")
            #expect(line.metadata["status"] == "404")
            #expect(line.metadata["user_id"] == userID)
            #expect(Double(line.metadata["duration_ms"] ?? "") != nil)
            #expect(server.log.lines.count { $0.message == "request" } == 2)
        }
    }

    /// ASVS 16.2.5, 16.3.1
    @Test func whatHappensToAccountsIsLoggedAndNoSecretIs() async throws {
        try await TestServer.with { server in
            let first = try await server.register()
            _ = try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"a wrong password"}"#)
            let second = try await server.refresh(first.refresh).tokens()
            _ = try await server.refresh("rubbish-refresh-token")
            _ = try await server.post("/api/auth/logout", bearer: second.access)
            let events = server.log.lines.compactMap { $0.metadata["event"] }
            #expect(events == ["registered", "sign_in_failed", "refreshed", "refresh_failed", "signed_out"])
            let secrets = [
                first.access, first.refresh, second.access, second.refresh, "rubbish-refresh-token", TestServer.password, "a wrong password",
                "ada@example.com", TestServer.secret,
            ]
            for secret in secrets { #expect(!server.log.text.contains(secret)) }
        }
    }

    /// ASVS 16.5.1
    @Test func anUnforeseenErrorTellsItsIDAndNothingElse() async throws {
        try await TestServer.with(wrapping: BrokenStore.init) { server in
            let answer = try await server.get("/api/status")
            #expect(answer.status == 500)
            let id = try #require(answer[header: "X-Request-ID"])
            #expect(answer.text == #"{"detail":"Internal server error (request \#(id))","error_type":"internal_error"}"#)
            #expect(server.log.lines.contains { $0.level == .error && $0.metadata["reason"]?.contains("secret detail") == true })
        }
    }

    @Test func anOutageOfTheStoreIs503AndNever401() async throws {
        let faults = StoreFaults()
        try await TestServer.with(wrapping: { FaultyStore($0, faults) }) { server in
            let tokens = try await server.register()
            faults.failAlways()
            for answer in [
                try await server.get("/api/auth/me", bearer: tokens.access), try await server.refresh(tokens.refresh),
                try await server.post("/api/auth/login", #"{"email":"ada@example.com","password":"x"}"#), try await server.get("/api/status"),
            ] {
                #expect(answer.status == 503)
                #expect(answer[header: "Retry-After"] != nil)
                #expect(try answer.errorType() == "service_unavailable")
                #expect(!answer.text.contains("Injected"))
            }
        }
    }

    @Test func unknownPathsAre404AndUnknownMethods405WithAllow() async throws {
        try await TestServer.with { server in
            #expect(try await server.get("/api/nothing").errorType() == "not_found")
            let allowed = [
                "/api/status": "GET, HEAD, POST", "/api/auth/me/": "GET, HEAD", "/api/auth/login": "POST", "/api/auth/sessions/7": "DELETE",
            ]
            for (path, allow) in allowed {
                for method in ["PUT", "PATCH", "TRACE", "OPTIONS", "PROPFIND"] {
                    let answer = try await server.send(#require(HTTPRequest.Method(rawValue: method)), path)
                    #expect(answer.status == 405)
                    #expect(answer[header: "Allow"] == allow)
                    #expect(try answer.errorType() == "method_not_allowed")
                }
            }
        }
    }

    @Test func headAnswersLikeGetWithoutBody() async throws {
        try await TestServer.with { server in
            let answer = try await server.send(.head, "/api")
            #expect(answer.status == 200)
            #expect(answer.text.isEmpty)
        }
    }

    @Test(arguments: [
        ("{\"client_name\":}", "line 1, column 16"), ("{\n  \"client_name\" \"x\"}", "line 2, column 17"),
        ("{\"client_name\":\"x\"", "line 1, column 19"),
        ("", "empty"), ("{'client_name':'x'}", "line 1, column 2"), ("nonsense", "line 1, column"),
        // What Foundation's decoder would take.
        ("{\"client_name\":\"x\",}", "line 1, column 20"), ("{\"client_name\":\"x\",\"a\":01}", "invalid number at line 1, column 24"),
        ("{\"client_name\":\"x\",\"a\":[1,]}", "invalid value"), ("{\"client_name\":\"x\"}}", "unexpected text"), ("{\"a\":1.}", "invalid number"),
        ("{\"a\":-}", "invalid number"), ("{\"a\":1e}", "invalid number"), ("{\"a\":\"\\x\"}", "invalid escape"),
        ("{\"a\":\"\\u12g4\"}", "invalid escape"),
        ("{\"a\":\"\t\"}", "a control character"), ("{\"a\":nul}", "invalid value"), ("{1:2}", "the name of a member"), ("{\"a\" 1}", "a colon"),
    ])
    func malformedJSONSaysWhere(_ body: String, _ place: String) async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/status", body)
            #expect(answer.status == 400)
            #expect(try answer.string("detail").contains(place), "\(answer.text)")
        }
    }

    @Test func whatIsJSONIsTaken() async throws {
        try await TestServer.with { server in
            for more in ["-0.5e+10", "[[],{},[1 , 2]]", "{\"b\":[true,false,null]}", "\"\\u00e9\\n\\/ é 🚀\"", "0", "-0", "1E5", "\r\n\t 1 "] {
                let answer = try await server.post("/api/status", "\u{FEFF} {\"client_name\":\"x\",\"more\":\(more)} \n")
                #expect(answer.status == 201, "\(more): \(answer.text)")
            }
            let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
            #expect(try await server.post("/api/status", "{\"client_name\":\"x\",\"more\":\(deep)}").status == 400)
        }
    }

    @Test func aBodyThatIsNotUTF8IsNoJSON() async throws {
        try await TestServer.with { server in
            let bytes = Array("{\"client_name\":\"".utf8) + [0xFF, 0x22, 0x7D]
            let answer = try await server.client.execute(
                uri: "/api/status", method: .post, headers: [.contentType: "application/json"], body: .init(bytes: bytes)
            ) { Answer(status: $0.status.code, headers: $0.headers, body: Array($0.body.readableBytesView)) }
            #expect(answer.status == 400)
            #expect(try answer.string("detail") == "The body is not UTF-8")
        }
    }

    @Test func aBodyThatIsNoObjectIsRefused() async throws {
        try await TestServer.with { server in
            for body in ["[]", "7", "\"x\"", "null"] {
                let answer = try await server.post("/api/status", body)
                #expect(answer.status == 422)
                #expect(try answer.fieldErrors() == ["body": "Input should be an object"])
            }
        }
    }

    @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])
    func anotherMediaTypeIs415(_ type: String) async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/status", #"{"client_name":"x"}"#, headers: ["Content-Type": type])
            #expect(answer.status == 415)
            #expect(try answer.errorType() == "unsupported_media_type")
        }
    }

    @Test func jsonWithParametersIsTaken() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/status", #"{"client_name":"x"}"#, headers: ["Content-Type": "Application/JSON; charset=utf-8"])
            #expect(answer.status == 201)
        }
    }

    @Test(arguments: [("/api/status", 1 << 20), ("/api/auth/login", 64 << 10)])
    func aLargeBodyIs413(_ path: String, _ limit: Int) async throws {
        try await TestServer.with { server in
            let answer = try await server.post(path, "{\"x\":\"" + String(repeating: "x", count: limit) + "\"}")
            #expect(answer.status == 413)
            #expect(try answer.errorType() == "content_too_large")
            #expect(answer[header: "Connection"] == "close")
            // Nobody reads the body of this one: it is refused for what it announces.
            let unread = try await server.post("/api/auth/logout", String(repeating: "x", count: (64 << 10) + 1))
            #expect(unread.status == 413)
            let within = try await server.post(path, "{\"x\":\"" + String(repeating: "x", count: limit - 100) + "\"}")
            #expect(within.status == 422)
        }
    }

    /// ASVS 3.4.1 to 3.4.6, 3.4.8
    @Test func browsersAreToldToBeCareful() async throws {
        try await TestServer.with { server in
            let answer = try await server.get("/api")
            let policy = try #require(answer[header: "Content-Security-Policy"])
            for directive in ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"] { #expect(policy.contains(directive)) }
            #expect(answer[header: "X-Content-Type-Options"] == "nosniff")
            #expect(answer[header: "Referrer-Policy"] == "no-referrer")
            #expect(answer[header: "Cross-Origin-Opener-Policy"] == "same-origin")
            #expect(answer[header: "Strict-Transport-Security"] == nil, "would lock a developer out of http://localhost")
        }
        let production = ["ENVIRONMENT": "production", "PUBLIC_URL": "https://uml.example.com", "JWT_SECRET_KEY": TestServer.secret]
        try await TestServer.with(settings: production) { server in
            let header = try #require(try await server.get("/api")[header: "Strict-Transport-Security"])
            let age = try #require(header.firstMatch(of: /max-age=(\d+)/).flatMap { Int($0.1) })
            #expect(age >= 31_536_000)
        }
    }

    /// ASVS 3.4.2
    @Test func listedOriginsMayCallWithCredentials() async throws {
        try await TestServer.with(settings: ["CORS_ORIGINS": " https://app.example.com , http://localhost:5173"]) { server in
            let answer = try await server.get("/nowhere", headers: ["Origin": "https://app.example.com"])
            #expect(answer[header: "Access-Control-Allow-Origin"] == "https://app.example.com")
            #expect(answer[header: "Access-Control-Allow-Credentials"] == "true")
            #expect(answer[header: "Access-Control-Expose-Headers"]?.contains("X-Request-ID") == true)
            let preflight = try await server.send(
                .options, "/api/auth/me", headers: ["Origin": "http://localhost:5173", "Access-Control-Request-Method": "GET"])
            #expect(preflight.status == 204)
            #expect(preflight[header: "Access-Control-Allow-Headers"]?.contains("Authorization") == true)
            #expect(preflight[header: "Access-Control-Allow-Methods"]?.contains("DELETE") == true)
        }
    }

    @Test(arguments: [
        "https://evil.example", "https://app.example.com.evil.example", "http://app.example.com", "null", "https://app.example.com:444",
    ])
    func otherOriginsMayNot(_ origin: String) async throws {
        try await TestServer.with(settings: ["CORS_ORIGINS": "https://app.example.com"]) { server in
            let answer = try await server.get("/api", headers: ["Origin": origin])
            #expect(answer[header: "Access-Control-Allow-Origin"] == nil)
            #expect(answer[header: "Access-Control-Allow-Credentials"] == nil)
            #expect(answer[header: "Vary"] == "Origin")
            let preflight = try await server.send(.options, "/api", headers: ["Origin": origin, "Access-Control-Request-Method": "GET"])
            #expect(preflight.status == 405)
        }
    }
}
