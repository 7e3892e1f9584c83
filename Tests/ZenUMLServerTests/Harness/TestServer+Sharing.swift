import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ZenUMLServer

extension TestServer {
    func id(of bearer: String) async throws -> String {
        try await get("/api/auth/me", bearer: bearer).string("id")
    }

    /// - Parameter path: Of a project or diagram.
    /// - Returns: The id and the token of a new link.
    func makeLink(_ kind: String, to path: String, bearer: String, days: Int? = nil) async throws -> (id: String, token: String) {
        let end = days.map { #","expires_in_days":\#($0)"# } ?? ""
        let made = try await post("\(path)/links", #"{"kind":"\#(kind)"\#(end)}"#, bearer: bearer)
        return (try made.string("id"), try made.string("token"))
    }

    func open(_ token: String) async throws -> Answer {
        try await post("/api/links/open", #"{"token":"\#(token)"}"#)
    }

    func accept(_ token: String, bearer: String) async throws -> Answer {
        try await post("/api/links/accept", #"{"token":"\#(token)"}"#, bearer: bearer)
    }

    /// Gives somebody a role in a project or diagram.
    /// - Parameter path: Of the project or diagram.
    func share(_ path: String, with bearer: String, as role: Role, owner: String) async throws {
        let link = try await makeLink("view", to: path, bearer: owner)
        #expect(try await accept(link.token, bearer: bearer).status == 200)
        let member = "\(path)/members/\(try await id(of: bearer))"
        #expect(try await send(.patch, member, json: #"{"role":"\#(role.rawValue)"}"#, bearer: owner).status == 204)
    }
}
