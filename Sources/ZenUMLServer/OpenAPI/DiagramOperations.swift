import Pictures
import UML

/// One diagram.
enum DiagramOperations {
    static let all =
        [
            OpenAPIOperation(
                method: "post", path: "/api/projects/{id}/diagrams", id: "createDiagram", tag: "diagrams", summary: "Make a diagram",
                security: ["bearer"], parameters: [OpenAPIParameters.id, OpenAPIParameters.idempotencyKey], body: "DiagramCreate",
                responses: [
                    .ok("The diagram", "Diagram", status: 201, headers: ["ETag"]), .unauthenticated,
                    .error(403, "The role is too low, or the owner has as many, or as much (`storage_full`), as anybody may have"),
                    ProjectOperations.missing,
                ] + OpenAPIResponse.body + OpenAPIResponse.common
            ),
            OpenAPIOperation(
                method: "get", path: "/api/diagrams/{id}", id: "diagram", tag: "diagrams", summary: "A diagram, whole", security: ["bearer"],
                parameters: [OpenAPIParameters.id, OpenAPIParameters.ifNoneMatch],
                responses: [.ok("The diagram", "Diagram", headers: ["ETag"]), unchanged, .unauthenticated, missing] + OpenAPIResponse.common
            ),
            change("put", "replaceDiagram", "Give a diagram a name, a source and a layout", body: "DiagramReplacement"),
            change("patch", "updateDiagram", "Change what the body names, or move the diagram to another project", body: "DiagramUpdate"),
            OpenAPIOperation(
                method: "delete", path: "/api/diagrams/{id}", id: "deleteDiagram", tag: "diagrams", summary: "Move a diagram to the trash",
                description: "It stays there for 30 days. With `permanent=true` it is gone for good, wherever it is.", security: ["bearer"],
                parameters: [OpenAPIParameters.id, OpenAPIParameters.query("permanent", ["type": "boolean", "default": false])],
                responses: [
                    OpenAPIResponse(status: 204, description: "It is in the trash, or gone"), .unauthenticated, ProjectOperations.tooLow, missing,
                    ProjectOperations.invalid,
                ] + OpenAPIResponse.common
            ),
            OpenAPIOperation(
                method: "post", path: "/api/diagrams/{id}/restore", id: "restoreDiagram", tag: "diagrams",
                summary: "Take a diagram out of the trash, and its project where that is there too", security: ["bearer"],
                parameters: [OpenAPIParameters.id],
                responses: [
                    .ok("The diagram", "Diagram", headers: ["ETag"]), .unauthenticated, ProjectOperations.tooLow, missing,
                    .error(409, "Its project is gone for good"),
                    .error(413, "A body is too large"),
                ] + OpenAPIResponse.common
            ),
        ] + PictureFormat.allCases.map(picture)

    static let missing = OpenAPIResponse.error(404, "The person has no such diagram, or it is in the trash")
    static let changed = OpenAPIResponse(
        status: 412, description: "It has changed since; the answer holds what it is now", schema: OpenAPISchemas.reference("Conflict"),
        headers: ["ETag"])
    static let unchanged = OpenAPIResponse(status: 304, description: "The client has it")

    private static func change(_ method: String, _ id: String, _ summary: String, body: String) -> OpenAPIOperation {
        OpenAPIOperation(
            method: method, path: "/api/diagrams/{id}", id: id, tag: "diagrams", summary: summary, security: ["bearer"],
            parameters: [OpenAPIParameters.id, OpenAPIParameters.ifMatch], body: body,
            responses: [
                .ok("The diagram after the change", "Diagram", headers: ["ETag"]), .unauthenticated, ProjectOperations.tooLow, missing,
                .error(409, "The project that it is to move to belongs to somebody else"),
                changed,
                .error(428, "The header If-Match is missing"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        )
    }

    private static func picture(_ format: PictureFormat) -> OpenAPIOperation {
        let end = format.rawValue
        return OpenAPIOperation(
            method: "get", path: "/api/diagrams/{id}.\(end)", id: "diagram\(end.uppercased())", tag: "diagrams",
            summary: "A diagram as \(end.uppercased())", description: "What is wrong with its source is left out of the picture.",
            security: ["bearer"], parameters: [OpenAPIParameters.id, OpenAPIParameters.ifNoneMatch] + OpenAPIParameters.style,
            responses: [
                OpenAPIResponse(
                    status: 200, description: "The picture", schema: ["type": "string"], mediaType: format.mediaType, headers: ["ETag"]),
                unchanged, .unauthenticated, missing, ProjectOperations.invalid,
            ] + (format == .svg ? [] : [.error(501, "This server makes no PNG and PDF")]) + OpenAPIResponse.common
        )
    }
}
