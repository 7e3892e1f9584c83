import Pictures

/// The history of a diagram.
enum VersionOperations {
    static let all = [
        OpenAPIOperation.about(
            "get", path, "versions", tag: "diagrams", "The versions of a diagram, the newest first",
            "One is kept after five minutes of work, and before most of a source is replaced.",
            responses: [.ok("Versions, without what the diagram is now", "VersionList"), .unauthenticated, DiagramOperations.missing]),
        OpenAPIOperation.about(
            "post", path, "nameVersion", tag: "diagrams", "Keep what a diagram is now under a name", body: "VersionCreate",
            responses: [
                .ok("The version", "Version", status: 201), .unauthenticated, ProjectOperations.tooLow, DiagramOperations.missing,
                .error(409, "There are too many named versions"),
            ]),
        OpenAPIOperation.about(
            "get", "\(path)/{revision}", "version", tag: "diagrams", "A diagram as it was", parameters: [revision],
            responses: [.ok("The diagram at that revision", "Diagram"), .unauthenticated, missing]),
        OpenAPIOperation.about(
            "delete", "\(path)/{revision}", "removeVersion", tag: "diagrams", "Remove a version for good", parameters: [revision],
            responses: [OpenAPIResponse(status: 204, description: "It is gone"), .unauthenticated, ProjectOperations.tooLow, missing]),
        OpenAPIOperation.about(
            "get", "\(path)/{revision}.svg", "versionSVG", tag: "diagrams", "A diagram as it was, as SVG",
            parameters: [revision, OpenAPIParameters.ifNoneMatch] + OpenAPIParameters.style,
            responses: [
                OpenAPIResponse(
                    status: 200, description: "The picture", schema: ["type": "string"], mediaType: PictureFormat.svg.mediaType, headers: ["ETag"]),
                DiagramOperations.unchanged, .unauthenticated, missing, ProjectOperations.invalid,
            ]),
        OpenAPIOperation.about(
            "get", "/api/diagrams/{id}/diff", "diffDiagram", tag: "diagrams", "What differs between two revisions, element by element",
            "`to` is what the diagram is now, if it is left out. In both pictures what differs has its colour.",
            parameters: [
                ["name": "from", "in": "query", "required": true, "schema": revisionNumber], OpenAPIParameters.query("to", revisionNumber),
                OpenAPIParameters.style[0],
            ],
            responses: [.ok("Changes and pictures", "Comparison"), .unauthenticated, ProjectOperations.tooLow, missing, ProjectOperations.invalid]),
        OpenAPIOperation.about(
            "post", "\(path)/{revision}/restore", "restoreVersion", tag: "diagrams", "Make source and layout what they were",
            "What was there until now is kept.",
            parameters: [revision, OpenAPIParameters.ifMatch],
            responses: [
                .ok("The diagram after the change", "Diagram", headers: ["ETag"]), .unauthenticated, ProjectOperations.tooLow, missing,
                DiagramOperations.changed, .error(413, "A body is too large"), .error(428, "The header If-Match is missing"),
            ]),
    ]

    private static let path = "/api/diagrams/{id}/versions"
    private static let missing = OpenAPIResponse.error(404, "There is no such diagram or version")
    private static let revisionNumber: JSONValue = [
        "type": "integer", "minimum": .int(ComparisonRequest.revisions.lowerBound), "maximum": .int(ComparisonRequest.revisions.upperBound),
    ]
    private static let revision = OpenAPIParameters.path("revision", revisionNumber)
}
