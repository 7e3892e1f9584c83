/// Members and links of projects and diagrams.
enum SharingOperations {
    static let all =
        operations("/api/projects/{id}", "Project", ProjectOperations.missing)
        + operations("/api/diagrams/{id}", "Diagram", DiagramOperations.missing)

    private static func operations(_ path: String, _ name: String, _ missing: OpenAPIResponse) -> [OpenAPIOperation] {
        let refusals = [OpenAPIResponse.unauthenticated, ProjectOperations.tooLow, missing]
        let member = OpenAPIParameters.path("member")
        let done = OpenAPIResponse(status: 204, description: "It is done")
        return [
            operation(
                "get", "\(path)/access", "access\(name)", "Who may do what", "Links are shown to owners only.",
                responses: [.ok("Members and links", "Sharing"), .unauthenticated, missing]),
            operation(
                "post", "\(path)/links", "addLinkTo\(name)", "Make a link",
                "`view` shows it without an account, too; who comes by `comment` or `edit` becomes a member. `picture` is for diagrams: its newest picture is at `/e/{token}.svg`.",
                body: "LinkCreate", responses: [.ok("The link", "Link", status: 201)] + refusals + [.error(409, "There are too many links")]),
            operation(
                "delete", "\(path)/links/{link}", "removeLinkOf\(name)", "End a link, and the access of all who came by it",
                parameters: [OpenAPIParameters.path("link")], responses: [done] + refusals),
            operation(
                "patch", "\(path)/members/{member}", "setRoleIn\(name)", "Give a member another role", parameters: [member], body: "MemberUpdate",
                responses: [done] + refusals),
            operation(
                "delete", "\(path)/members/{member}", "removeMemberOf\(name)", "Take a member's access away, or leave", parameters: [member],
                responses: [done] + refusals),
        ]
    }

    private static func operation(
        _ method: String, _ path: String, _ id: String, _ summary: String, _ description: String? = nil, parameters: [JSONValue] = [],
        body: String? = nil, responses: [OpenAPIResponse]
    ) -> OpenAPIOperation {
        OpenAPIOperation(
            method: method, path: path, id: id, tag: "sharing", summary: summary, description: description, security: ["bearer"],
            parameters: [OpenAPIParameters.id] + parameters, body: body,
            responses: responses + (body == nil ? [] : OpenAPIResponse.body) + OpenAPIResponse.common)
    }
}
