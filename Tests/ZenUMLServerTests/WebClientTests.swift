import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Web client")
struct WebClientTests {
    private static func withClient(_ body: @Sendable (TestServer) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let files = [
                "index.html": "<!doctype html>page", "assets/app-1.js": "script", "assets/app-1.js.br": "brotli", "assets/app-1.js.gz": "gzip",
                "assets/uml-2.wasm": "\0asm", "assets/.secret": "x", "secret.js": "x",
            ]
            try FileManager.default.createDirectory(at: folder.appending(path: "assets"), withIntermediateDirectories: true)
            for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
            try await TestServer.with(settings: ["WEB_ASSETS": folder.path], body)
        }
    }

    @Test func thePageIsAtEachOfItsAddresses() async throws {
        try await Self.withClient { server in
            for path in ["/", "/login", "/auth/callback?code=x", "/projects/1/", "/projects/1/diagrams/2", "/trash", "/search?q=x", "/account"] {
                let page = try await server.get(path)
                #expect(page.status == 200 && page.text == "<!doctype html>page", "\(path)")
                #expect(page[header: "Cache-Control"] == "no-cache")
                let policy = try #require(page[header: "Content-Security-Policy"])
                #expect(policy.contains("script-src 'self' 'wasm-unsafe-eval';") && !policy.contains("unsafe-inline"))
            }
            let tag = try #require(try await server.get("/")[header: "ETag"])
            #expect(try await server.get("/", headers: ["If-None-Match": tag]).status == 304)
        }
    }

    @Test func filesAreKeptForAYearAndSentCompressed() async throws {
        try await Self.withClient { server in
            let accepted = ["gzip, deflate, br": "brotli", "gzip": "gzip", "br;q=0, gzip;q=0.5": "gzip", "identity": "script"]
            for (encoding, text) in accepted {
                let file = try await server.get("/assets/app-1.js", headers: ["Accept-Encoding": encoding])
                #expect(file.text == text && file[header: "Vary"]?.contains("Accept-Encoding") == true, "\(encoding)")
                #expect(file[header: "Cache-Control"] == "public, max-age=31536000, immutable")
                #expect(file[header: "Content-Type"] == "text/javascript; charset=utf-8")
            }
            #expect(try await server.get("/assets/uml-2.wasm")[header: "Content-Type"] == "application/wasm")
            for path in ["/assets/app-1.js.br", "/assets/..%2Fsecret.js", "/assets/.secret", "/assets/none.js"] {
                #expect(try await server.get(path).status == 404, "\(path)")
            }
        }
    }

    @Test func aPersonWhoIsLostSeesThePageAndAProgramTheError() async throws {
        try await Self.withClient { server in
            let person = try await server.get("/nowhere", headers: ["Accept": "text/html,*/*"])
            #expect(person.status == 404 && person.text == "<!doctype html>page")
            #expect(try await server.get("/nowhere").errorType() == "not_found")
            #expect(try await server.get("/api/nowhere", headers: ["Accept": "text/html"]).errorType() == "not_found")
            #expect(try await server.post("/login").status == 405)
        }
    }

    @Test func withoutAClientTheRootLeadsToTheDocumentation() async throws {
        try await TestServer.with { server in
            // The client of the tests goes where it is sent.
            let root = try await server.get("/")
            let documentation = try await server.get("/api/docs")
            #expect(root.text == documentation.text && root.text.contains("<!doctype html>"))
            let page = try await server.get("/login")
            #expect(page.status == 404)
            let lost = try await server.get("/nowhere", headers: ["Accept": "text/html"])
            #expect(lost.status == 404)
        }
    }
}
