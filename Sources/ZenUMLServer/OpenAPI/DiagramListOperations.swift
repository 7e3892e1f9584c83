/// Lists of diagrams.
enum DiagramListOperations {
    static let all = [
        OpenAPIOperation(
            method: "get", path: "/api/projects/{id}/diagrams", id: "listDiagrams", tag: "diagrams", summary: "The diagrams of a project",
            security: ["bearer"], parameters: [OpenAPIParameters.id] + OpenAPIParameters.list + [OpenAPIParameters.sort],
            responses: [
                .ok("A page of diagrams", "DiagramSummaryList", headers: ["Link"]), .unauthenticated, ProjectOperations.missing,
                ProjectOperations.invalid,
            ] + OpenAPIResponse.common
        ),
        overall(
            "/api/diagrams", "recentDiagrams", "The person's diagrams, the one changed last first",
            OpenAPIParameters.list + [OpenAPIParameters.query("recent", ["type": "string"], "Says what is the case anyway."), shared]),
        overall(
            "/api/diagrams/trash", "trash", "The person's diagrams in the trash, the one deleted last first", OpenAPIParameters.list),
        overall(
            "/api/search", "search",
            "Diagrams, the person's and those shared with them, whose name or source has all the words, the most relevant first",
            [
                OpenAPIParameters.query("q", OpenAPIParameters.search, "Words, in any case. The last may be the beginning of one."),
                OpenAPIParameters.query(
                    "page", ["type": "integer", "minimum": 1, "maximum": .int(ListRequest.mostSearchPages), "default": 1]),
            ]),
    ]

    private static let shared = OpenAPIParameters.query(
        "shared", ["type": "boolean", "default": false], "Those of others that are shared with the person one by one, in place of their own.")

    private static func overall(_ path: String, _ id: String, _ summary: String, _ parameters: [JSONValue]) -> OpenAPIOperation {
        OpenAPIOperation(
            method: "get", path: path, id: id, tag: "diagrams", summary: summary, security: ["bearer"], parameters: parameters,
            responses: [
                .ok("A page of diagrams", "DiagramEntryList", headers: ["Link"]), .unauthenticated, ProjectOperations.invalid,
            ] + OpenAPIResponse.common
        )
    }
}
