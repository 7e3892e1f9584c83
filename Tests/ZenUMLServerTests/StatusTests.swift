import Foundation
import TestSupport
import Testing

@Suite("/api/status")
struct StatusTests {
    @Test func aStatusCheckIsStoredTrimmedAndListed() async throws {
        try await TestServer.with { server in
            let created = try await server.post("/api/status", #"{"client_name":"  probe \"one\"\u00a0 "}"#)
            #expect(created.status == 201)
            #expect(try created.string("client_name") == #"probe "one""#)
            #expect(UUID(uuidString: try created.string("id")) != nil)
            #expect(try created.string("timestamp").wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
            let list = try await server.get("/api/status/")
            #expect(list.text == "[\(created.text)]")
        }
    }

    @Test func badNamesAreRefusedAndNothingIsStored() async throws {
        try await TestServer.with { server in
            let long = String(repeating: "é", count: 256)
            let cases = [
                #"{"client_name":""}"#: "Client name cannot be empty",
                #"{"client_name":" \t\n\u2003"}"#: "Client name cannot be empty",
                #"{}"#: "Field required",
                #"{"client_name":null}"#: "Input should be a valid string",
                #"{"client_name":7}"#: "Input should be a valid string",
                #"{"client_name":"\#(long)"}"#: "Client name cannot be longer than 255 characters",
            ]
            for (body, message) in cases {
                let answer = try await server.post("/api/status", body)
                #expect(answer.status == 422)
                #expect(try answer.string("detail") == "Validation error")
                #expect(try answer.fieldErrors() == ["body.client_name": message])
            }
            #expect(try await server.get("/api/status").text == "[]")
            #expect(try await server.post("/api/status", #"{"client_name":"\#(long.dropLast())"}"#).status == 201)
        }
    }

    @Test func pagesFollowTheLinkAndAreNewestFirst() async throws {
        try await TestServer.with { server in
            for index in 0..<7 {
                _ = try await server.post("/api/status", #"{"client_name":"c\#(index)"}"#)
                if index.isMultiple(of: 2) { server.clock.advance(1) }
            }
            var path: String? = "/api/status?limit=3"
            var times: [String] = []
            var ids: Set<String> = []
            var sizes: [Int] = []
            while let current = path {
                let page = try await server.get(current)
                let rows = try page.array()
                sizes.append(rows.count)
                times += rows.compactMap { $0["timestamp"] as? String }
                ids.formUnion(rows.compactMap { $0["id"] as? String })
                path = page[header: "Link"].flatMap { $0.firstMatch(of: /<([^>]+)>; rel="next"/).map { String($0.1) } }
            }
            #expect(sizes == [3, 3, 1])
            #expect(ids.count == 7)
            #expect(times == times.sorted(by: >))
        }
    }

    @Test func aHundredByDefaultAThousandAtMost() async throws {
        try await TestServer.with { server in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<101 { group.addTask { _ = try await server.post("/api/status", #"{"client_name":"c\#(index)"}"#) } }
                try await group.waitForAll()
            }
            let page = try await server.get("/api/status")
            #expect(try page.array().count == 100)
            #expect(page[header: "Link"] != nil)
            let all = try await server.get("/api/status?limit=1000")
            #expect(try all.array().count == 101)
            #expect(all[header: "Link"] == nil)
        }
    }

    @Test(arguments: ["0", "1001", "-1", "x", "1.5", "+5", "", "99999999999999999999", "5&limit=6"])
    func badLimitsAreRefused(_ limit: String) async throws {
        try await TestServer.with { server in
            let answer = try await server.get("/api/status?limit=\(limit)")
            #expect(answer.status == 422)
            #expect(try answer.fieldErrors().keys.contains("query.limit"))
        }
    }

    @Test(arguments: ["x", "", "1_2", "12_zzzzzzzz-0000-4000-8000-000000000000", "999999999999999_00000000-0000-4000-8000-000000000000"])
    func badCursorsAreRefused(_ cursor: String) async throws {
        try await TestServer.with { server in
            let answer = try await server.get("/api/status?cursor=\(cursor)")
            #expect(answer.status == 422)
            #expect(try answer.fieldErrors().keys.contains("query.cursor"))
        }
    }

    /// What was written is kept, and must not outlive what it was written from.
    @Test func theListIsNeverTheFormerOne() async throws {
        try await TestServer.with { server in
            for number in 0..<6 {
                server.clock.advance(1)
                _ = try await server.post("/api/status", #"{"client_name":"client \#(number)"}"#)
                for limit in [1, 2, 1, 100, 100] {
                    let names = try await server.get("/api/status?limit=\(limit)").array().map { $0["client_name"] as? String }
                    #expect(names == (0...number).reversed().prefix(limit).map { "client \($0)" })
                }
            }
        }
    }

    @Test func aFullLastPageHasNoLink() async throws {
        try await TestServer.with { server in
            for index in 0..<3 { _ = try await server.post("/api/status", #"{"client_name":"c\#(index)"}"#) }
            let page = try await server.get("/api/status?limit=3")
            #expect(try page.array().count == 3)
            #expect(page[header: "Link"] == nil)
        }
    }
}
