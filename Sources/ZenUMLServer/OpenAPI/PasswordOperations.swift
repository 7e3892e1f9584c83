/// What a person changes about their account.
enum PasswordOperations {
    static let all = [
        OpenAPIOperation(
            method: "patch", path: "/api/account", id: "updateAccount", tag: "account", summary: "Change one's name", security: ["bearer"],
            body: "ProfileUpdate",
            responses: [
                .ok("The person", "UserResponse"), .unauthenticated, .error(409, "The name comes from the identity provider"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "get", path: "/api/auth/password", id: "passwordState", tag: "auth", summary: "Whether one has a password",
            security: ["bearer"], responses: [.ok("Whether", "PasswordState"), .unauthenticated] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/password", id: "changePassword", tag: "auth", summary: "Set a new password",
            description:
                "Ends all other sessions. `current_password` is left out where there is none yet; then the person must have proved within the last ten minutes who they are.",
            security: ["bearer"], body: "PasswordChange",
            responses: [
                OpenAPIResponse(status: 204, description: "It is set"), .unauthenticated,
                .confirmation,
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/password/forgotten", id: "forgotPassword", tag: "auth", summary: "Ask for a link by mail",
            description: "The answer is the same whether there is an account with the address or not.", body: "PasswordForgotten",
            responses: [
                OpenAPIResponse(status: 202, description: "Whoever has an account with the address gets a mail"),
                .error(404, "This server sends no mail"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/password/reset", id: "resetPassword", tag: "auth", summary: "Set a new password by a link",
            description: "Ends all sessions. A link counts once.", body: "PasswordReset",
            responses: [
                OpenAPIResponse(status: 204, description: "It is set"), .error(404, "The link was used, has expired, or never was"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
    ]
}
