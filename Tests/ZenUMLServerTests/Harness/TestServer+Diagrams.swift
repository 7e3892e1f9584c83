import Testing

extension TestServer {
    /// - Returns: The id of a new project.
    func makeProject(_ name: String = "Shop", bearer: String) async throws -> String {
        try await post("/api/projects", #"{"name":"\#(name)"}"#, bearer: bearer).string("id")
    }

    /// - Returns: The id of a new diagram.
    func makeDiagram(_ name: String, in project: String, bearer: String) async throws -> String {
        let body = #"{"name":"\#(name)","source":"Alice -> Bob: hello \#(name)"}"#
        return try await post("/api/projects/\(project)/diagrams", body, bearer: bearer).string("id")
    }
}
