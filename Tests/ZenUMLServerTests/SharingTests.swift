import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Sharing")
struct SharingTests {
    @Test func aProjectIsSharedByALinkAndChangedByBoth() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            let diagram = try await server.makeDiagram("a", in: project, bearer: ada)
            let link = try await server.makeLink("edit", to: "/api/projects/\(project)", bearer: ada)
            let opened = try await server.open(link.token).object()
            #expect(opened["name"] as? String == "Shop" && opened["role"] as? String == "editor" && opened["owner_name"] as? String == "ada")
            #expect(opened["diagrams"] == nil, "an account is needed to see what is in it")
            #expect(try await server.get("/api/projects/\(project)", bearer: bob).status == 404)
            for _ in 0..<2 { #expect(try await server.accept(link.token, bearer: bob).string("id") == project) }
            let shared = try await server.get("/api/projects?shared=true", bearer: bob).array()
            #expect(shared.count == 1 && shared[0]["role"] as? String == "editor" && shared[0]["owner_name"] as? String == "ada")
            #expect(try await server.get("/api/projects", bearer: bob).text == "[]")
            let changed = try await server.send(
                .patch, "/api/diagrams/\(diagram)", json: #"{"source":"A -> B: mine"}"#, bearer: bob, headers: ["If-Match": "\"1\""])
            #expect(changed.status == 200)
            #expect(try await server.get("/api/diagrams/\(diagram)", bearer: ada).string("source") == "A -> B: mine")
            let made = try await server.makeDiagram("b", in: project, bearer: bob)
            #expect(try await server.get("/api/diagrams/\(made)", bearer: ada).string("role") == "owner", "it belongs to whom the project does")
            let late = try await server.send(
                .put, "/api/diagrams/\(diagram)", json: #"{"name":"x","source":""}"#, bearer: ada, headers: ["If-Match": "\"1\""])
            #expect(late.status == 412)
        }
    }

    /// A browser that has kept the answer to a viewer would show an editor that they may not edit.
    @Test func theTagTellsOneRoleFromAnother() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            try await server.share(path, with: bob, as: .viewer, owner: ada)
            let seen = try #require(try await server.get(path, bearer: bob)[header: "ETag"])
            #expect(try await server.get(path, bearer: bob, headers: ["If-None-Match": seen]).status == 304)
            try await server.share(path, with: bob, as: .editor, owner: ada)
            let changed = try await server.get(path, bearer: bob, headers: ["If-None-Match": seen])
            #expect(try changed.status == 200 && changed.string("role") == "editor")
            let tag = try #require(changed[header: "ETag"])
            let saved = try await server.send(.patch, path, json: #"{"name":"x"}"#, bearer: bob, headers: ["If-Match": tag])
            #expect(saved.status == 200)
        }
    }

    @Test func theEndOfALinkIsTheEndOfAccess() async throws {
        try await TestServer.with { server in
            let (ada, bob, cy) = (
                try await server.register().access, try await server.register("bob").access, try await server.register("cy").access
            )
            let project = try await server.makeProject(bearer: ada)
            let path = "/api/projects/\(project)"
            let (link, short) = (
                try await server.makeLink("edit", to: path, bearer: ada), try await server.makeLink("view", to: path, bearer: ada, days: 2)
            )
            _ = try await server.accept(link.token, bearer: bob)
            _ = try await server.accept(short.token, bearer: bob)
            _ = try await server.accept(short.token, bearer: cy)
            #expect(try await server.get(path, bearer: bob).string("role") == "editor")
            #expect(try await server.send(.delete, "\(path)/links/\(link.id)", bearer: ada).status == 204)
            #expect(try await server.get(path, bearer: bob).string("role") == "viewer", "the other link is left")
            #expect(try await server.accept(link.token, bearer: cy).status == 404)
            #expect(try await server.open(link.token).status == 404)
            server.clock.advance(2 * 86_400 + 1)
            let (late, lateBob) = (try await server.login().access, try await server.login("bob").access)
            #expect(try await server.get(path, bearer: lateBob).status == 404)
            #expect(try await server.get("/api/projects?shared=true", bearer: lateBob).text == "[]")
            let access = try await server.get("\(path)/access", bearer: late).object()
            #expect((access["members"] as? [Any])?.isEmpty == true && (access["links"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func membersAreListedChangedAndLeave() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            let link = try await server.makeLink("comment", to: path, bearer: ada)
            _ = try await server.accept(link.token, bearer: bob)
            let bobID = try await server.id(of: bob)
            let access = try await server.get("\(path)/access", bearer: bob).object()
            let members = try #require(access["members"] as? [[String: Any]])
            #expect(members.map { $0["name"] as? String } == ["bob"] && members[0]["role"] as? String == "commenter")
            #expect((access["links"] as? [Any])?.isEmpty == true, "links are the owner's business")
            let seen = try #require(try await server.get("\(path)/access", bearer: ada).object()["links"] as? [[String: Any]])
            #expect(seen.map { $0["token"] as? String } == [link.token], "the owner can see the address again")
            #expect(try await server.send(.patch, "\(path)/members/\(bobID)", json: #"{"role":"editor"}"#, bearer: ada).status == 204)
            _ = try await server.send(.delete, "\(path)/links/\(link.id)", bearer: ada)
            #expect(try await server.get(path, bearer: bob).string("role") == "editor", "what was given stays without the link")
            #expect(try await server.send(.delete, "\(path)/members/\(bobID)", bearer: bob).status == 204)
            #expect(try await server.get(path, bearer: bob).status == 404)
            let missing = try await server.send(.patch, "\(path)/members/\(bobID)", json: #"{"role":"editor"}"#, bearer: ada)
            #expect(missing.status == 404)
        }
    }

    @Test func whatAProjectTookToTheTrashIsItsOwners() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            let diagram = "/api/diagrams/\(try await server.makeDiagram("a", in: project, bearer: ada))"
            try await server.share("/api/projects/\(project)", with: bob, as: .editor, owner: ada)
            #expect(try await server.send(.delete, "/api/projects/\(project)", bearer: ada).status == 204)
            #expect(try await server.send(.delete, diagram, bearer: bob).status == 404)
            #expect(try await server.post("/api/projects/\(project)/restore", bearer: ada).status == 200)
            #expect(try await server.get(diagram, bearer: ada).status == 200)
            #expect(try await server.send(.delete, diagram, bearer: bob).status == 204)
        }
    }

    @Test func aLinkSaysWhetherThereIsMoreThanItShows() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            let link = try await server.makeLink("view", to: "/api/projects/\(project)", bearer: ada)
            for (made, isMore) in [(100, false), (1, true)] {
                for number in 0..<made { _ = try await server.makeDiagram("d\(number)", in: project, bearer: ada) }
                let opened = try await server.open(link.token).object()
                #expect((opened["diagrams"] as? [Any])?.count == 100 && opened["has_more_diagrams"] as? Bool == isMore)
            }
        }
    }

    @Test func aDemotionIsNotUndoneByTheLink() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            let link = try await server.makeLink("edit", to: path, bearer: ada)
            _ = try await server.accept(link.token, bearer: bob)
            let member = "\(path)/members/\(try await server.id(of: bob))"
            #expect(try await server.send(.patch, member, json: #"{"role":"viewer"}"#, bearer: ada).status == 204)
            #expect(try await server.accept(link.token, bearer: bob).status == 200)
            #expect(try await server.get(path, bearer: bob).string("role") == "viewer")
            let list = try #require(try await server.store.accessLists.memberships(of: server.id(of: bob), limit: 9).first)
            let before = try await server.store.accessLists.find(ids: [list.id])
            _ = try await server.accept(link.token, bearer: bob)
            #expect(try await server.store.accessLists.find(ids: [list.id]) == before, "to repeat it writes nothing")
        }
    }

    @Test func aLinkForViewingNeedsNoAccount() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let project = try await server.makeProject(bearer: ada)
            let (first, second) = (
                try await server.makeDiagram("a", in: project, bearer: ada), try await server.makeDiagram("b", in: project, bearer: ada)
            )
            let foreign = try await server.makeDiagram("c", in: try await server.makeProject(bearer: ada), bearer: ada)
            let ofProject = try await server.makeLink("view", to: "/api/projects/\(project)", bearer: ada).token
            let opened = try await server.open(ofProject).object()
            #expect((opened["diagrams"] as? [[String: Any]])?.map { $0["name"] as? String } == ["a", "b"])
            let one = try await server.post("/api/links/open", #"{"token":"\#(ofProject)","diagram_id":"\#(second)"}"#).object()
            #expect((one["diagram"] as? [String: Any])?["source"] as? String == "Alice -> Bob: hello b")
            #expect(try await server.post("/api/links/open", #"{"token":"\#(ofProject)","diagram_id":"\#(foreign)"}"#).status == 404)
            let ofDiagram = try await server.makeLink("view", to: "/api/diagrams/\(first)", bearer: ada).token
            let diagram = try #require(try await server.open(ofDiagram).object()["diagram"] as? [String: Any])
            #expect(diagram["name"] as? String == "a" && diagram["role"] as? String == "viewer")
            _ = try await server.send(.delete, "/api/projects/\(project)", bearer: ada)
            for token in [ofProject, ofDiagram, "none"] { #expect(try await server.open(token).status == 404) }
        }
    }

    @Test func aDiagramThatIsSharedAloneIsFoundAgain() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            for name in ["a", "b", "c", "d"] {
                let path = "/api/diagrams/\(try await server.makeDiagram(name, in: project, bearer: ada))"
                if name == "b" { continue }
                try await server.share(path, with: bob, as: .editor, owner: ada)
                if name == "a" { _ = try await server.send(.patch, path, json: #"{"source":"x"}"#, bearer: bob, headers: ["If-Match": "*"]) }
                server.clock.advance(1)
            }
            var names: [String?] = []
            var path: String? = "/api/diagrams?shared=true&limit=2"
            while let current = path {
                let page = try await server.get(current, bearer: bob)
                names += try page.array().map { $0["name"] as? String }
                #expect(try page.array().allSatisfy { $0["project_name"] is NSNull }, "the project is not shared")
                path = page[header: "Link"].flatMap { $0.firstMatch(of: /<([^>]+)>; rel="next"/).map { String($0.1) } }
            }
            #expect(names == ["d", "c", "a"])
            #expect(try await server.get("/api/diagrams", bearer: bob).text == "[]")
            #expect(try await server.get("/api/projects/\(project)", bearer: bob).status == 404)
            _ = try await server.send(.delete, "/api/projects/\(project)", bearer: ada)
            #expect(try await server.get("/api/diagrams?shared=true", bearer: bob).text == "[]")
            #expect(try await server.get("/api/diagrams?shared=maybe", bearer: bob).status == 422)
        }
    }

    @Test func whatIsWrongWithALinkIsSaid() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            let cases = [
                #"{}"#: ["body.kind": "Field required"],
                #"{"kind":"own"}"#: ["body.kind": "Input should be one of 'view', 'comment', 'edit', 'picture'"],
                #"{"kind":"picture"}"#: ["body.kind": "A project has no picture; share one of its diagrams"],
                #"{"kind":"view","expires_in_days":0}"#: ["body.expires_in_days": "Input should be a number from 1.0 to 366.0"],
            ]
            for (body, errors) in cases { #expect(try await server.post("\(path)/links", body, bearer: ada).fieldErrors() == errors) }
            for _ in 0..<AccessList.mostLinks { _ = try await server.makeLink("view", to: path, bearer: ada) }
            #expect(try await server.post("\(path)/links", #"{"kind":"view"}"#, bearer: ada).status == 409)
            #expect(try await server.post("/api/links/open", #"{"token":""}"#).fieldErrors() == ["body.token": "Input should be the token of a link"])
        }
    }

    @Test func theNewestPictureIsPublic() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/diagrams/\(try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada))"
            let link = try await server.makeLink("picture", to: path, bearer: ada)
            let first = try await server.get("/e/\(link.token).svg")
            #expect(first.status == 200 && first.text.contains("hello a") && first[header: "Cache-Control"] == "no-cache")
            #expect(first[header: "Cross-Origin-Resource-Policy"] == "cross-origin" && first[header: "Set-Cookie"] == nil)
            let tag = try #require(first[header: "ETag"])
            #expect(tag.hasPrefix("\"r1-"))
            #expect(try await server.get("/e/\(link.token).svg", headers: ["If-None-Match": tag]).status == 304)
            #expect(try await server.get("/e/\(link.token).svg?theme=dark").text != first.text)
            _ = try await server.send(.patch, path, json: #"{"source":"A -> B: newer"}"#, bearer: ada, headers: ["If-Match": "*"])
            let second = try await server.get("/e/\(link.token).svg", headers: ["If-None-Match": tag])
            #expect(second.status == 200 && second.text.contains("newer"))
            #expect(try await server.open(link.token).status == 404, "it shows the picture, and nothing else")
            let view = try await server.makeLink("view", to: path, bearer: ada)
            #expect(try await server.get("/e/\(view.token).svg").status == 404)
            _ = try await server.send(.patch, path, json: #"{"name":"<b>\"&"}"#, bearer: ada, headers: ["If-Match": "*"])
            let frame = try await server.get("/e/\(link.token)")
            #expect(frame[header: "Content-Security-Policy"]?.contains("frame-ancestors *") == true)
            #expect(frame.text.contains(#"alt="&lt;b&gt;&quot;&amp;""#) && !frame.text.contains("<b>"))
            _ = try await server.send(.delete, "\(path)/links/\(link.id)", bearer: ada)
            #expect(try await server.get("/e/\(link.token)").status == 404)
            #expect(try await server.get("/e/\(link.token).svg", headers: ["If-None-Match": tag]).status == 404)
        }
    }

    @Test func movingKeepsTheOwner() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let (home, other) = (try await server.makeProject(bearer: ada), try await server.makeProject(bearer: bob))
            let diagram = try await server.makeDiagram("a", in: home, bearer: ada)
            func move(_ bearer: String) async throws -> Int {
                try await server.send(
                    .patch, "/api/diagrams/\(diagram)", json: #"{"project_id":"\#(other)"}"#, bearer: bearer, headers: ["If-Match": "*"]
                ).status
            }
            #expect(try await move(ada) == 404)
            try await server.share("/api/projects/\(other)", with: ada, as: .editor, owner: bob)
            #expect(try await move(ada) == 403)
            try await server.share("/api/projects/\(other)", with: ada, as: .owner, owner: bob)
            #expect(try await move(ada) == 409)
            try await server.share("/api/projects/\(home)", with: bob, as: .editor, owner: ada)
            #expect(try await move(bob) == 403)
        }
    }

    /// Somebody joins, others join, and links end, all at once: nothing of it is lost.
    @Test func allOrdersOfJoiningAndEndingAgree() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            let (kept, ended) = (
                try await server.makeLink("edit", to: path, bearer: ada), try await server.makeLink("view", to: path, bearer: ada)
            )
            let people = try await (0..<6).asyncMap { try await server.register("p\($0)").access }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for bearer in people {
                    group.addTask { _ = try await server.accept(kept.token, bearer: bearer) }
                    group.addTask { _ = try await server.accept(ended.token, bearer: bearer) }
                }
                group.addTask { _ = try await server.send(.delete, "\(path)/links/\(ended.id)", bearer: ada) }
                try await group.waitForAll()
            }
            let access = try await server.get("\(path)/access", bearer: ada).object()
            let members = try #require(access["members"] as? [[String: Any]])
            #expect(members.count == people.count && members.allSatisfy { $0["link_id"] as? String == kept.id })
            for bearer in people { #expect(try await server.get(path, bearer: bearer).string("role") == "editor") }
        }
    }

    @Test func aRemovedAccountIsNobodysMember() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let path = "/api/projects/\(try await server.makeProject(bearer: ada))"
            try await server.share(path, with: bob, as: .editor, owner: ada)
            let bobID = try await server.id(of: bob)
            #expect(try await server.send(.delete, "/api/account", bearer: bob).status == 204)
            #expect(try await server.store.accessLists.memberships(of: bobID, limit: 9).isEmpty)
            #expect((try await server.get("\(path)/access", bearer: ada).object()["members"] as? [Any])?.isEmpty == true)
        }
    }

    /// For those who decide about it, for 90 days.
    @Test func whoGaveWhomWhatIsTold() async throws {
        try await TestServer.with { server in
            let (ada, bob) = (try await server.register().access, try await server.register("bob").access)
            let project = try await server.makeProject(bearer: ada)
            let path = "/api/projects/\(project)"
            let link = try await server.makeLink("edit", to: path, bearer: ada)
            for _ in 0..<2 { #expect(try await server.accept(link.token, bearer: bob).status == 200) }
            let bobID = try await server.id(of: bob)
            server.clock.advance(60)
            #expect(try await server.send(.patch, "\(path)/members/\(bobID)", json: #"{"role":"viewer"}"#, bearer: ada).status == 204)
            #expect(try await server.send(.delete, "\(path)/links/\(link.id)", bearer: ada).status == 204)
            let events = try #require(try await server.get("\(path)/access", bearer: ada).object()["events"] as? [[String: Any]])
            let told = events.map { event in
                ["actor_name", "action", "member_name", "detail"].map { event[$0] as? String ?? "-" }.joined(separator: " ")
            }
            #expect(told == ["ada link_ended - edit", "ada role_given bob viewer", "bob joined bob editor", "ada link_made - edit"])
            server.clock.advance(4)
            #expect((try await server.get("\(path)/access", bearer: bob).object()["events"] as? [Any])?.isEmpty == true, "the owner's business")
            #expect(try await server.send(.delete, "\(path)/members/\(bobID)", bearer: bob).status == 204)
            server.clock.advance(AccessEvent.lifetime - 2)
            let later = try await server.login().access
            let left = try #require(try await server.get("\(path)/access", bearer: later).object()["events"] as? [[String: Any]])
            #expect(left.map { $0["action"] as? String } == ["left"], "the others are too long ago")
        }
    }
}
