/// Giving projects to others.
enum HandOverOperations {
    static let all = [
        OpenAPIOperation(
            method: "get", path: "/api/account/shared", id: "sharedByMe", tag: "account", summary: "What one shares",
            description: "Others lose it when the account is deleted: projects with members, and how many single diagrams besides.",
            security: ["bearer"], responses: [.ok("The projects", "SharedByMe"), .unauthenticated] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/projects/{id}/owner", id: "handOverProject", tag: "projects", summary: "Hand a project over to a member",
            description: "With all that it holds. The former owner stays as an editor.", security: ["bearer"],
            parameters: [OpenAPIParameters.id], body: "OwnerUpdate",
            responses: [
                OpenAPIResponse(status: 204, description: "It is the member's"), .unauthenticated, .confirmation,
                .error(404, "No such project, or no such member"), .error(409, "The member has no room for it"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
    ]
}
