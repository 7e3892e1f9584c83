/// The addresses of people.
enum EmailOperations {
    static let all = [
        OpenAPIOperation(
            method: "post", path: "/api/account/email", id: "changeEmail", tag: "account", summary: "Ask for another e-mail address",
            description: "A link goes to the new address; when the person opens it, the address changes, and the former one is told.",
            security: ["bearer"], body: "EmailChange",
            responses: [
                OpenAPIResponse(status: 202, description: "A link is on its way"), .unauthenticated, .confirmation,
                .error(404, "This server sends no mail"),
                .error(409, "The address belongs to another account, or comes from the identity provider"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/email/verification", id: "sendVerification", tag: "auth",
            summary: "Ask for a link that verifies one's address", security: ["bearer"],
            responses: [
                OpenAPIResponse(status: 202, description: "A link is on its way"), .unauthenticated, .error(404, "This server sends no mail"),
                .error(409, "The address is verified already"), .error(413, "A body is too large"),
            ] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/email/verify", id: "verifyEmail", tag: "auth",
            summary: "Prove by a mailed link that an address is one's own",
            security: ["bearer"], body: "EmailToken",
            responses: [
                .ok("The person", "UserResponse"), .unauthenticated,
                .error(404, "The link was used, has expired, never was, or is for another account"),
                .error(409, "The address belongs to another account meanwhile"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
    ]
}
