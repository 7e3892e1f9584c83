/// Staying signed in, and ending it.
enum SessionOperations {
    static let all = [
        OpenAPIOperation(
            method: "post", path: "/api/auth/refresh", id: "refresh", tag: "auth", summary: "Exchange the refresh token for a new pair",
            description: "With `X-Token-Transport: cookie` the token comes from the cookie, there is no body, and the header `Origin` must be ours.",
            parameters: [AuthOperations.tokenTransport],
            body: "RefreshTokenRequest",
            isBodyRequired: true,
            responses: [
                .ok("The new pair", "TokenResponse", headers: ["Set-Cookie"]),
                .error(401, "The refresh token is wrong, used, expired or revoked", headers: ["WWW-Authenticate"]),
                .error(403, "The cookie came from a page of another origin"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/logout", id: "logout", tag: "auth", summary: "End all sessions of the person",
            security: ["bearer"],
            responses: [.ok("Signed out everywhere", "Message", headers: ["Set-Cookie"]), .unauthenticated, .error(413, "A body is too large")]
                + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "get", path: "/api/auth/me", id: "me", tag: "auth", summary: "Who am I",
            security: ["bearer"],
            responses: [.ok("The person", "UserResponse"), .unauthenticated] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "get", path: "/api/auth/sessions", id: "sessions", tag: "auth", summary: "The person's live sessions, newest first, at most 100",
            security: ["bearer"],
            responses: [.ok("The sessions", "SessionList"), .unauthenticated] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "delete", path: "/api/auth/sessions/{id}", id: "endSession", tag: "auth", summary: "End one of the person's sessions",
            security: ["bearer"],
            parameters: [["name": "id", "in": "path", "required": true, "schema": ["type": "string", "minLength": 1]]],
            responses: [
                OpenAPIResponse(status: 204, description: "The session has ended"), .unauthenticated, .confirmation,
                .error(404, "The person has no such session"),
            ] + OpenAPIResponse.common
        ),
    ]
}
