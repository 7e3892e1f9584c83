/// Proving more than the first factor, or once more.
enum SecondFactorOperations {
    static let all = [
        OpenAPIOperation(
            method: "get", path: "/api/auth/confirm", id: "confirmationMethod", tag: "auth", summary: "How one proves once more who one is",
            security: ["bearer"], responses: [.ok("How", "ConfirmationMethod"), .unauthenticated] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/confirm", id: "confirm", tag: "auth", summary: "Prove once more who one is",
            description: "For ten minutes nothing answers `confirmation_required` then. With a second factor by a code, else by the password.",
            security: ["bearer"], body: "Confirmation",
            responses: [
                OpenAPIResponse(status: 204, description: "It is proved"), .unauthenticated,
                .error(409, "The account has neither; sign in again"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "get", path: "/api/auth/second-factor", id: "secondFactor", tag: "auth", summary: "Whether one has a second factor",
            security: ["bearer"], responses: [.ok("Whether", "SecondFactorState"), .unauthenticated] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/second-factor", id: "startSecondFactor", tag: "auth",
            summary: "Make a secret for an authenticator app (RFC 6238)",
            description: "It counts when a code of it comes to `activation`.", security: ["bearer"],
            responses: [
                .ok("What the app must know", "SecondFactorSetup"), .unauthenticated, .confirmation,
                .error(409, "It is on already, or the address is not verified"), .error(413, "A body is too large"),
            ] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/second-factor/activation", id: "activateSecondFactor", tag: "auth",
            summary: "Turn the second factor on by a first code", description: "Ends all other sessions.", security: ["bearer"],
            body: "SecondFactorCode",
            responses: [
                .ok("Codes for when the device is lost; they are shown once", "RecoveryCodes"), .unauthenticated,
                .error(409, "None is being set up"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/second-factor/recovery-codes", id: "renewRecoveryCodes", tag: "auth", summary: "Make new recovery codes",
            description: "The former ones end, and all other sessions.", security: ["bearer"],
            responses: [
                .ok("The new codes", "RecoveryCodes"), .unauthenticated, .confirmation, .error(409, "The second factor is off"),
                .error(413, "A body is too large"),
            ] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "delete", path: "/api/auth/second-factor", id: "turnSecondFactorOff", tag: "auth", summary: "Turn the second factor off",
            description: "Ends all other sessions. Refused where this server asks everybody for one.", security: ["bearer"],
            responses: [OpenAPIResponse(status: 204, description: "It is off"), .unauthenticated, .confirmation] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/auth/second-factor/sign-in", id: "finishSignIn", tag: "auth", summary: "The second half of a sign-in",
            description: "With the `ticket` that `login` or `callback` answered, within five minutes, and a code or recovery code.",
            parameters: [AuthOperations.tokenTransport], body: "SecondFactorSignIn",
            responses: [
                .ok("Signed in", "TokenResponse", headers: ["Set-Cookie"]),
                .error(401, "The sign-in has taken too long, or the password has changed", headers: ["WWW-Authenticate"]),
                .error(403, "The account is closed"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
    ]
}
