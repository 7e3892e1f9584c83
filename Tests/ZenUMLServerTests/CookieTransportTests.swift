import Foundation
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Refresh token in a cookie")
struct CookieTransportTests {
    private let ours = ["X-Token-Transport": "cookie", "Origin": "http://localhost:8000"]
    private static let production = ["ENVIRONMENT": "production", "PUBLIC_URL": "https://uml.example.com", "JWT_SECRET_KEY": TestServer.secret]

    /// ASVS 3.3.1 to 3.3.4
    @Test func theTokenTravelsInTheCookieOnly() async throws {
        try await TestServer.with(settings: Self.production) { server in
            let answer = try await server.post("/api/auth/register", TestServer.account("ada"), headers: ours)
            #expect(answer.status == 201)
            #expect(try answer.object().keys.sorted() == ["access_token", "expires_in", "token_type"])
            let cookie = try #require(answer.cookies().first)
            #expect(cookie.hasPrefix("__Host-zenuml_refresh=ey"))
            for attribute in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=604800"] { #expect(cookie.contains(attribute)) }
            #expect(!cookie.contains("Domain"))
        }
    }

    /// WebKit keeps no secure cookie that comes by plain `http`, and the others only from this machine itself.
    @Test func byPlainHTTPTheCookieIsKeptWhileSomebodyDevelops() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/auth/register", TestServer.account("ada"), headers: ours)
            let cookie = try #require(answer.cookies().first)
            #expect(cookie.hasPrefix("zenuml_refresh=ey"))
            for attribute in ["HttpOnly", "SameSite=Strict", "Path=/api/auth", "Max-Age=604800"] { #expect(cookie.contains(attribute)) }
            #expect(!cookie.contains("Secure") && !cookie.contains("Domain"))
        }
        try await TestServer.with(settings: ["PUBLIC_URL": "https://uml.example.com"]) { server in
            let cookie = try #require(try await server.post("/api/auth/register", TestServer.account("ada"), headers: ours).cookies().first)
            #expect(cookie.hasPrefix("__Host-zenuml_refresh=ey") && cookie.contains("Secure"))
        }
    }

    /// Whoever opens another name or address of the machine is on a page of this server all the same; in production only the public address is.
    @Test(arguments: ["http://127.0.0.1:8000", "http://[::1]:8000", "http://192.0.2.7:8000", "http://my-machine"])
    func thePageThatThisServerServedIsItsOwn(_ origin: String) async throws {
        let host = String(origin.dropFirst("http://".count))
        for (settings, status) in [([:], 200), (Self.production, 403)] {
            try await TestServer.with(settings: settings) { server in
                let cookie = try cookie(of: try await server.post("/api/auth/register", TestServer.account("ada"), headers: ours))
                let headers = ["X-Token-Transport": "cookie", "Cookie": cookie, "Origin": origin, "Host": host]
                #expect(try await server.post("/api/auth/refresh", headers: headers).status == status)
                let other = headers.merging(["Host": "localhost:8000"]) { $1 }
                #expect(try await server.post("/api/auth/refresh", headers: other).status == 403, "a page of another host")
            }
        }
    }

    @Test func aTrustedProxySaysWhereThePageIs() async throws {
        let forwarded = ["X-Forwarded-Proto": "https", "X-Forwarded-Host": "uml.example.com", "Host": "127.0.0.1:8000"]
        for (settings, status) in [(["TRUSTED_PROXIES": "127.0.0.1"], 200), ([:], 403)] {
            try await TestServer.with(settings: settings) { server in
                let headers = forwarded.merging(["X-Token-Transport": "cookie", "Origin": "https://uml.example.com"]) { $1 }
                let answer = try await server.post("/api/auth/register", TestServer.account("ada"), headers: headers)
                let cookie = try #require(answer.cookies().first)
                #expect(cookie.contains("Secure") == (status == 200))
                let value = String(cookie.prefix { $0 != ";" })
                #expect(try await server.post("/api/auth/refresh", headers: headers.merging(["Cookie": value]) { $1 }).status == status)
            }
        }
    }

    @Test func withoutTheHeaderTheBodyHasItAndNoCookieIsSet() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/auth/register", TestServer.account("ada"))
            #expect(try answer.object()["refresh_token"] is String)
            #expect(answer.cookies().isEmpty)
        }
    }

    @Test func refreshTakesAndReplacesTheCookie() async throws {
        try await TestServer.with { server in
            let first = try cookie(of: try await server.post("/api/auth/register", TestServer.account("ada"), headers: ours))
            let answer = try await server.post("/api/auth/refresh", headers: ours.merging(["Cookie": first]) { $1 })
            #expect(answer.status == 200)
            #expect(try answer.object()["refresh_token"] == nil)
            #expect(try cookie(of: answer) != first)
        }
    }

    /// ASVS 3.5.1 to 3.5.3: a browser sends cookies for every page; only ours may make it.
    @Test(arguments: ["https://evil.example", "null", "http://localhost:8001", ""])
    func anotherOriginsPageIsRefused(_ origin: String) async throws {
        try await TestServer.with { server in
            let cookie = try cookie(of: try await server.post("/api/auth/register", TestServer.account("ada"), headers: ours))
            let answer = try await server.post(
                "/api/auth/refresh", headers: ["X-Token-Transport": "cookie", "Cookie": cookie, "Origin": origin])
            #expect(answer.status == 403)
            #expect(try await server.post("/api/auth/refresh", headers: ours.merging(["Cookie": cookie]) { $1 }).status == 200)
        }
    }

    @Test func listedOriginsAreOursToo() async throws {
        try await TestServer.with(settings: ["CORS_ORIGINS": "https://app.example.com"]) { server in
            let cookie = try cookie(of: try await server.post("/api/auth/register", TestServer.account("ada"), headers: ours))
            let headers = ["X-Token-Transport": "cookie", "Cookie": cookie, "Origin": "https://app.example.com"]
            #expect(try await server.post("/api/auth/refresh", headers: headers).status == 200)
        }
    }

    /// Without the header the cookie counts for nothing, so a plain form of another site can do nothing with it.
    @Test func theCookieAloneIsNotTaken() async throws {
        try await TestServer.with { server in
            let cookie = try cookie(of: try await server.post("/api/auth/register", TestServer.account("ada"), headers: ours))
            let answer = try await server.post("/api/auth/refresh", "{}", headers: ["Cookie": cookie, "Origin": "http://localhost:8000"])
            #expect(answer.status == 422)
        }
    }

    @Test func noCookieIs401() async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/auth/refresh", headers: ours)
            #expect(answer.status == 401)
            #expect(try answer.errorType() == "jwt_error")
        }
    }

    @Test func signingOutTakesTheCookieAway() async throws {
        try await TestServer.with { server in
            let tokens = try await server.register()
            let answer = try await server.post("/api/auth/logout", bearer: tokens.access)
            let cookie = try #require(answer.cookies().first)
            #expect(cookie.hasPrefix("zenuml_refresh=;"))
            #expect(cookie.contains("Max-Age=0"))
        }
    }

    private func cookie(of answer: Answer) throws -> String {
        String(try #require(answer.cookies().first).prefix { $0 != ";" })
    }
}
