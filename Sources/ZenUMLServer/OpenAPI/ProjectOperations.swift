/// A person's projects.
enum ProjectOperations {
    static let all = [
        OpenAPIOperation(
            method: "get", path: "/api/projects", id: "listProjects", tag: "projects", summary: "The person's projects",
            description: "The header `Link` leads to the next page (RFC 8288). Projects in the trash are left out.",
            security: ["bearer"],
            parameters: OpenAPIParameters.list + [
                OpenAPIParameters.sort,
                OpenAPIParameters.query("q", OpenAPIParameters.search, "A part of the name, in any case."),
                OpenAPIParameters.query("archived", ["type": "boolean"], "Only archived ones, or only others."),
                OpenAPIParameters.query(
                    "shared", ["type": "boolean", "default": false], "Those of others that are shared with the person, in place of their own."),
            ],
            responses: [.ok("A page of projects", "ProjectList", headers: ["Link"]), .unauthenticated, invalid] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/projects", id: "createProject", tag: "projects", summary: "Make a project", security: ["bearer"],
            parameters: [OpenAPIParameters.idempotencyKey], body: "ProjectCreate",
            responses: [
                .ok("The project", "Project", status: 201), .unauthenticated, .error(403, "The person has as many as anybody may have"), missing,
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "get", path: "/api/projects/{id}", id: "project", tag: "projects", summary: "A project", security: ["bearer"],
            parameters: [OpenAPIParameters.id],
            responses: [.ok("The project", "Project"), .unauthenticated, missing] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "patch", path: "/api/projects/{id}", id: "updateProject", tag: "projects", summary: "Rename, describe or archive a project",
            security: ["bearer"], parameters: [OpenAPIParameters.id], body: "ProjectUpdate",
            responses: [.ok("The project after the change", "Project"), .unauthenticated, tooLow, missing] + OpenAPIResponse.body
                + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "delete", path: "/api/projects/{id}", id: "deleteProject", tag: "projects",
            summary: "Move a project to the trash, with its diagrams", description: "It stays there for 30 days.", security: ["bearer"],
            parameters: [OpenAPIParameters.id],
            responses: [OpenAPIResponse(status: 204, description: "It is in the trash"), .unauthenticated, tooLow, missing] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/projects/{id}/restore", id: "restoreProject", tag: "projects",
            summary: "Take a project out of the trash, with the diagrams that went there with it", security: ["bearer"],
            parameters: [OpenAPIParameters.id],
            responses: [
                .ok("The project", "Project"), .unauthenticated, tooLow, missing, .error(413, "A body is too large"),
            ] + OpenAPIResponse.common
        ),
    ]

    static let tooLow = OpenAPIResponse.error(403, "The person may see it, but their role is too low for this")
    static let missing = OpenAPIResponse.error(404, "The person has no such project")
    static let invalid = OpenAPIResponse(
        status: 422, description: "A parameter is not what it must be", schema: OpenAPISchemas.reference("ValidationError"))
}
