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
            OpenAPIOperation.about(
                "get", "\(path)/access", "access\(name)", tag: "sharing", "Who may do what", "Links are shown to owners only.",
                responses: [.ok("Members and links", "Sharing"), .unauthenticated, missing]),
            OpenAPIOperation.about(
                "post", "\(path)/links", "addLinkTo\(name)", tag: "sharing", "Make a link",
                "`view` shows it without an account, too; who comes by `comment` or `edit` becomes a member. `picture` is for diagrams: its newest picture is at `/e/{token}.svg`. With `email` it is an invitation: a mail goes to the address, and the link in it counts once, for 7 days unless `expires_in_days` says otherwise.",
                body: "LinkCreate",
                responses: [.ok("The link", "Link", status: 201)] + refusals + [.error(409, "There are too many links, or this server sends no mail")]
            ),
            OpenAPIOperation.about(
                "delete", "\(path)/links/{link}", "removeLinkOf\(name)", tag: "sharing", "End a link, and the access of all who came by it",
                parameters: [OpenAPIParameters.path("link")], responses: [done] + refusals),
            OpenAPIOperation.about(
                "patch", "\(path)/members/{member}", "setRoleIn\(name)", tag: "sharing", "Give a member another role", parameters: [member],
                body: "MemberUpdate",
                responses: [done] + refusals),
            OpenAPIOperation.about(
                "delete", "\(path)/members/{member}", "removeMemberOf\(name)", tag: "sharing", "Take a member's access away, or leave",
                parameters: [member],
                responses: [done] + refusals),
        ]
    }
}
