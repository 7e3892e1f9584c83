/// Signing in.
enum AuthOperations {
    static let all = [
        OpenAPIOperation(
            method: "get", path: "/api/auth/providers", id: "providers", tag: "auth", summary: "Which ways of signing in are on",
            responses: [.ok("What is on", "Providers")] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "get", path: "/api/auth/google", id: "googleStart", tag: "auth", summary: "Start a sign-in with Google",
            description: "Send the browser to the `url`. A cookie binds the sign-in to this browser for ten minutes.",
            responses: [.ok("Where to send the browser", "GoogleStart", headers: ["Set-Cookie"]), .error(501, "Google sign-in is not configured")]
                + provider + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/google/callback", id: "googleCallback", tag: "auth", summary: "Finish a sign-in with Google",
            parameters: [tokenTransport],
            body: "GoogleAuthCallbackRequest",
            responses: [
                .ok("Signed in", "TokenResponse", headers: ["Set-Cookie"]),
                .error(403, "The account is closed, or no address of this domain may have one"),
                orTicket("State, code or ID token is not good, or the e-mail address is not verified"),
                .error(409, "The e-mail address belongs to another account whose owner has verified it"),
                .error(501, "Google sign-in is not configured"),
            ] + provider + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/register", id: "register", tag: "auth", summary: "Make a local account and sign in",
            parameters: [tokenTransport],
            body: "UserCreate",
            responses: [
                .ok("The account is made", "TokenResponse", status: 201, headers: ["Set-Cookie"]),
                .error(403, "Registration is closed"),
                .error(409, "The e-mail address is taken"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/login", id: "login", tag: "auth", summary: "Sign in with a local account",
            parameters: [tokenTransport],
            body: "LoginRequest",
            responses: [
                .ok("Signed in", "TokenResponse", headers: ["Set-Cookie"]),
                .error(403, "The account is closed"),
                orTicket("Wrong e-mail address or password"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
    ]

    static let tokenTransport: JSONValue = [
        "name": "X-Token-Transport", "in": "header", "required": false, "schema": ["type": "string"],
        "description": "`cookie` puts the refresh token into an HttpOnly cookie and leaves it out of the body.",
    ]

    /// Nobody is signed in yet: because of an error, or because a second factor is asked for.
    private static func orTicket(_ description: String) -> OpenAPIResponse {
        OpenAPIResponse(
            status: 401, description: description + "; or a code is needed besides, and here is the ticket for `second-factor/sign-in`",
            schema: ["anyOf": [OpenAPISchemas.reference("Error"), OpenAPISchemas.reference("SecondFactorTicket")]], headers: ["WWW-Authenticate"])
    }

    private static let provider: [OpenAPIResponse] = [
        .error(502, "The identity provider failed"), .error(504, "The identity provider did not answer in time"),
    ]
}
