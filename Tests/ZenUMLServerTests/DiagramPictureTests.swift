import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Pictures and search of stored diagrams")
struct DiagramPictureTests {
    @Test func aPictureIsDrawnWhateverTheSourceAndHasATag() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            let made = try await server.post("/api/projects/\(project)/diagrams", #"{"name":"Ä \"b\"","source":"A.m( {"}"#, bearer: ada)
            let path = "/api/diagrams/\(try made.string("id"))"
            let svg = try await server.get("\(path).svg?theme=dark", bearer: ada)
            #expect(svg.status == 200 && svg.text.hasPrefix("<svg") && svg[header: "Content-Type"] == "image/svg+xml")
            #expect(svg[header: "Content-Security-Policy"] == "default-src 'none'; sandbox")
            #expect(svg[header: "Content-Disposition"]?.contains("filename*=UTF-8''%C3%84%20%22b%22.svg") == true)
            let tag = try #require(svg[header: "ETag"])
            #expect(try await server.get("\(path).svg?theme=dark", bearer: ada, headers: ["If-None-Match": tag]).status == 304)
            #expect(try await server.get("\(path).svg", bearer: ada, headers: ["If-None-Match": tag]).status == 200)
            #expect(try await server.get("\(path).png?scale=2", bearer: ada).body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            #expect(try await server.get("\(path).pdf", bearer: ada).text.hasPrefix("%PDF"))
            for query in ["theme=pink", "scale=0", "scale=11", "scale=x"] {
                #expect(try await server.get("\(path).svg?\(query)", bearer: ada).status == 422, "\(query)")
            }
            #expect(try await server.get("\(path).gif", bearer: ada).status == 404)
            #expect(try await server.get("\(path).svg").status == 401)
        }
    }

    @Test(arguments: ["trash": "GET, HEAD", "x.svg": "GET, HEAD", "x": "DELETE, GET, HEAD, PATCH, PUT"])
    func methodsAreThoseOfTheClosestRoute(_ name: String, _ methods: String) async throws {
        try await TestServer.with { server in
            let answer = try await server.post("/api/diagrams/\(name)")
            #expect(answer.status == 405)
            #expect(answer[header: "Allow"] == methods)
        }
    }

    @Test func searchFindsOnesOwnDiagramsPageByPage() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let (project, foreign) = (try await server.makeProject(bearer: ada), try await server.makeProject(bearer: bob))
            for index in 0..<21 { _ = try await server.makeDiagram("n\(index)", in: project, bearer: ada) }
            _ = try await server.makeDiagram("secret", in: foreign, bearer: bob)
            let first = try await server.get("/api/search?q=hello", bearer: ada)
            #expect(try first.array().count == 20)
            #expect(first[header: "Link"] == "</api/search?q=hello&page=2>; rel=\"next\"")
            let second = try await server.get("/api/search?q=hello&page=2", bearer: ada)
            #expect(try second.array().count == 1)
            #expect(second[header: "Link"] == nil)
            let hit = try #require(try await server.get("/api/search?q=n7%20hello", bearer: ada).array().first)
            #expect(hit["snippet"] as? String == "Alice -> Bob: hello n7" && hit["project_name"] as? String == "Shop")
            #expect(try await server.get("/api/search?q=secret", bearer: ada).text == "[]")
            #expect(try await server.get("/api/search", bearer: ada).text == "[]")
            #expect(try await server.get("/api/search?q=x&page=21", bearer: ada).status == 422)
        }
    }
}
