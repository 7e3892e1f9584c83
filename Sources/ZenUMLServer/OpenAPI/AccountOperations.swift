/// All that a person has.
enum AccountOperations {
    static let all = [
        OpenAPIOperation(
            method: "delete", path: "/api/account", id: "deleteAccount", tag: "account",
            summary: "Remove the person, with all projects and diagrams, for good",
            description: "The session must have been started in the last ten minutes.", security: ["bearer"],
            responses: [
                OpenAPIResponse(status: 204, description: "Everything is gone", headers: ["Set-Cookie"]), .unauthenticated,
                .error(403, "The sign-in lies too far back"),
            ] + OpenAPIResponse.common
        )
    ]
}
