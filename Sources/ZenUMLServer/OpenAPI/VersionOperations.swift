import Pictures

/// The history of a diagram.
enum VersionOperations {
    static let all = [
        operation(
            "get", path, "versions", "The versions of a diagram, the newest first",
            "One is kept after five minutes of work, and before most of a source is replaced.",
            responses: [.ok("Versions, without what the diagram is now", "VersionList"), .unauthenticated, DiagramOperations.missing]),
        operation(
            "post", path, "nameVersion", "Keep what a diagram is now under a name", body: "VersionCreate",
            responses: [
                .ok("The version", "Version", status: 201), .unauthenticated, ProjectOperations.tooLow, DiagramOperations.missing,
                .error(409, "There are too many named versions"),
            ] + OpenAPIResponse.body),
        operation(
            "get", "\(path)/{revision}", "version", "A diagram as it was", parameters: [revision],
            responses: [.ok("The diagram at that revision", "Diagram"), .unauthenticated, missing]),
        operation(
            "delete", "\(path)/{revision}", "removeVersion", "Remove a version for good", parameters: [revision],
            responses: [OpenAPIResponse(status: 204, description: "It is gone"), .unauthenticated, ProjectOperations.tooLow, missing]),
        operation(
            "get", "\(path)/{revision}.svg", "versionSVG", "A diagram as it was, as SVG",
            parameters: [revision, OpenAPIParameters.ifNoneMatch] + OpenAPIParameters.style,
            responses: [
                OpenAPIResponse(
                    status: 200, description: "The picture", schema: ["type": "string"], mediaType: PictureFormat.svg.mediaType, headers: ["ETag"]),
                DiagramOperations.unchanged, .unauthenticated, missing, ProjectOperations.invalid,
            ]),
        operation(
            "post", "\(path)/{revision}/restore", "restoreVersion", "Make source and layout what they were", "What was there until now is kept.",
            parameters: [revision, OpenAPIParameters.ifMatch],
            responses: [
                .ok("The diagram after the change", "Diagram", headers: ["ETag"]), .unauthenticated, ProjectOperations.tooLow, missing,
                DiagramOperations.changed, .error(413, "A body is too large"), .error(428, "The header If-Match is missing"),
            ]),
    ]

    private static let path = "/api/diagrams/{id}/versions"
    private static let missing = OpenAPIResponse.error(404, "There is no such diagram or version")
    private static let revision = OpenAPIParameters.path("revision", ["type": "integer", "minimum": 1])

    private static func operation(
        _ method: String, _ path: String, _ id: String, _ summary: String, _ description: String? = nil, parameters: [JSONValue] = [],
        body: String? = nil, responses: [OpenAPIResponse]
    ) -> OpenAPIOperation {
        OpenAPIOperation(
            method: method, path: path, id: id, tag: "diagrams", summary: summary, description: description, security: ["bearer"],
            parameters: [OpenAPIParameters.id] + parameters, body: body, responses: responses + OpenAPIResponse.common)
    }
}
