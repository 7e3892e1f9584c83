extension OpenAPISchemas {
    static let responses: [(name: String, value: JSONValue)] = [
        ("Health", object(["status": ["const": "healthy"], "message": ["type": "string"]])),
        (
            "Readiness",
            object([
                "status": ["enum": ["ready", "draining", "unavailable"]],
                "parts": ["type": "array", "items": reference("ReadinessPart")],
            ])
        ),
        ("ReadinessPart", object(["name": text, "state": names(Readiness.Part.State.self), "latency_ms": ["type": "number", "minimum": 0]])),
        ("Welcome", object(["message": text, "version": text, "docs": text])),
        ("Providers", object(["google": flag, "local": flag, "registration": flag, "mail": flag])),
        ("GoogleStart", object(["url": ["type": "string", "format": "uri"]])),
        (
            "TokenResponse",
            object(
                ["access_token": text, "refresh_token": text, "token_type": ["const": "bearer"], "expires_in": ["type": "integer", "minimum": 1]],
                optional: ["refresh_token"])
        ),
        ("Message", object(["message": text])),
        (
            "UserResponse",
            object([
                "id": uuid, "email": text, "name": text, "picture": ["type": ["string", "null"]], "created_at": time, "email_verified": flag,
                "provider": names(UserResponse.Provider.self),
                "second_factor": names(UserResponse.SecondFactorUse.self),
            ])
        ),
        ("ConfirmationMethod", object(["method": names(ConfirmationMethod.self)])),
        ("SecondFactorState", object(["is_on": flag, "is_required": flag, "recovery_codes": ["type": "integer", "minimum": 0]])),
        ("SecondFactorSetup", object(["secret": text, "address": text])),
        ("RecoveryCodes", object(["recovery_codes": ["type": "array", "items": text]])),
        ("PasswordState", object(["is_set": flag])),
        (
            "Session",
            object([
                "id": uuid, "created_at": time, "last_used_at": time, "expires_at": time, "ip": text, "user_agent": text, "current": flag,
            ])
        ),
        ("SessionList", ["type": "array", "items": reference("Session"), "maxItems": .int(AuthService.listLimit)]),
        ("StatusCheck", object(["id": uuid, "client_name": text, "timestamp": time])),
        ("StatusCheckList", ["type": "array", "items": reference("StatusCheck"), "maxItems": .int(StatusPage.limits.upperBound)]),
    ]
}
