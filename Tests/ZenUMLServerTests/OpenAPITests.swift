import Foundation
import Hummingbird
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("OpenAPI")
struct OpenAPITests {
    /// What the router knows and what the document promises are the same, but for the pages of people.
    @Test func theDocumentHasEveryRoute() async throws {
        try await TestServer.with { server in
            let document = try await server.get("/api/openapi.json").object()
            let paths = try #require(document["paths"] as? [String: [String: Any]])
            let promised = Set(paths.flatMap { path, operations in operations.keys.map { "\($0.uppercased()) \(path)" } })
            let routes = Set(server.application.routes.map { "\($0.method) \($0.path)" })
            let pages = WebClientRoutes.pages.map { "GET \(RouterPath($0).description)" }
            #expect(routes.subtracting(promised) == Set(pages + ["GET /", "GET /assets/{id}", "GET /api/docs/assets/{name}"]))
            #expect(promised.subtracting(routes).isEmpty)
        }
    }

    @Test func everyReferenceLeadsSomewhere() throws {
        let document = try #require(try JSONSerialization.jsonObject(with: Data(APIDescription.json.utf8)) as? [String: Any])
        let components = try #require(document["components"] as? [String: Any])
        let schemas = try #require(components["schemas"] as? [String: Any])
        let references = APIDescription.json.matches(of: /"\$ref":"#\/components\/schemas\/(\w+)"/).map { String($0.1) }
        #expect(Set(references).isSubset(of: schemas.keys))
        #expect(references.count > 20)
        #expect(document["openapi"] as? String == "3.1.1")
    }

    @Test func thePagesComeWithTheirOwnPolicyAndFiles() async throws {
        try await TemporaryFolder.with { folder in
            for path in ["swagger-ui-dist/swagger-ui-bundle.js", "swagger-ui-dist/swagger-ui.css", "redoc/bundles/redoc.standalone.js"] {
                let file = folder.appending(path: path)
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data("/* \(path) */".utf8).write(to: file)
            }
            try await TestServer.with(settings: ["API_DOCS_ASSETS": folder.path]) { server in
                for (path, script) in [("/api/docs", "swagger-ui-bundle.js"), ("/api/redoc/", "redoc.standalone.js")] {
                    let page = try await server.get(path)
                    #expect(page.text.contains("/api/docs/assets/\(script)"))
                    #expect(page[header: "Content-Type"] == "text/html; charset=utf-8")
                    #expect(page[header: "Content-Security-Policy"]?.contains("default-src 'self'") == true)
                    #expect(page[header: "Content-Security-Policy"]?.contains("script-src") == false, "scripts of this server only")
                    #expect(try await server.get("/api/docs/assets/\(script)").status == 200)
                }
                #expect(try await server.get("/api/docs/assets/..%2F..%2Fetc%2Fpasswd").status == 404)
            }
        }
    }

    @Test func withoutTheFilesThePageSaysSo() async throws {
        try await TestServer.with { server in
            let page = try await server.get("/api/docs")
            #expect(page.text.contains("openapi.json"))
        }
    }
}
