import UML

/// The forms of requests and responses (JSON Schema 2020-12).
enum OpenAPISchemas {
    static func reference(_ name: String) -> JSONValue {
        ["$ref": "#/components/schemas/\(name)"]
    }

    static var all: JSONValue {
        .object(requests + diagrams + responses + errors)
    }

    private static let requests: [(name: String, value: JSONValue)] = [
        ("UserCreate", object(["email": email, "password": newPassword, "name": name]).adding("examples", [example])),
        (
            "LoginRequest",
            object(["email": email, "password": ["type": "string", "minLength": 1, "maxLength": .int(PasswordPolicy.length.upperBound)]])
        ),
        (
            "GoogleAuthCallbackRequest",
            object([
                "code": ["type": "string", "minLength": 1, "maxLength": .int(GoogleAuthCallbackRequest.codeLength.upperBound)],
                "state": ["type": "string", "minLength": 1, "maxLength": .int(GoogleAuthCallbackRequest.stateLength.upperBound)],
            ])
        ),
        ("RefreshTokenRequest", object(["refresh_token": ["type": "string"]])),
        (
            "StatusCheckCreate",
            object([
                "client_name": [
                    "type": "string", "minLength": .int(TextRules.clientNameLength.lowerBound),
                    "maxLength": .int(TextRules.clientNameLength.upperBound), "pattern": notBlank,
                ]
            ])
        ),
    ]

    private static let diagrams: [(name: String, value: JSONValue)] = [
        (
            "RenderRequest",
            object(
                [
                    "kind": kind, "source": source, "theme": names(Theme.self), "format": names(PictureFormat.self),
                    "scale": [
                        "type": "number", "minimum": .number(RenderRequest.scales.lowerBound), "maximum": .number(RenderRequest.scales.upperBound),
                        "description": "Pixels of a PNG for one of the diagram.",
                    ],
                ], optional: ["kind", "theme", "format", "scale"])
        ),
        ("CheckRequest", object(["kind": kind, "source": source], optional: ["kind"])),
        ("CheckResponse", object(["diagnostics": ["type": "array", "items": reference("Diagnostic")]])),
        (
            "Diagnostic",
            object(
                [
                    "severity": ["enum": ["error", "warning", "information"]], "code": text, "message": text, "hint": text,
                    "reference": ["type": "string", "description": "The clause of UML that says so."], "line": count, "column": count,
                    "end_line": count, "end_column": count, "start": ["type": "integer", "description": "In bytes of UTF-8."],
                    "end": ["type": "integer"],
                ], optional: ["hint", "reference"])
        ),
    ]

    private static let responses: [(name: String, value: JSONValue)] = [
        ("Health", object(["status": ["const": "healthy"], "message": ["type": "string"]])),
        (
            "Readiness",
            object([
                "status": ["enum": ["ready", "draining", "unavailable"]],
                "parts": ["type": "array", "items": reference("ReadinessPart")],
            ])
        ),
        ("ReadinessPart", object(["name": text, "state": ["enum": ["up", "down"]], "latency_ms": ["type": "number", "minimum": 0]])),
        ("Welcome", object(["message": text, "version": text, "docs": text])),
        ("Providers", object(["google": flag, "local": flag, "registration": flag])),
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
            object(["id": uuid, "email": text, "name": text, "picture": ["type": ["string", "null"]], "created_at": time])
        ),
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

    private static let errors: [(name: String, value: JSONValue)] = [
        ("Error", object(["detail": text, "error_type": text])),
        (
            "ValidationError",
            object(["detail": ["const": "Validation error"], "errors": ["type": "array", "items": reference("FieldError"), "minItems": 1]])
        ),
        ("FieldError", object(["loc": ["type": "array", "items": text, "minItems": 1], "msg": text, "type": text])),
    ]

    private static let example: JSONValue = ["email": "ada@example.com", "password": "analytical engine 1843", "name": "Ada Lovelace"]
    private static let text: JSONValue = ["type": "string"]
    private static let kind = names(DiagramKind.self)
    private static let source: JSONValue = ["type": "string", "description": "At most 1 MiB."]
    private static let count: JSONValue = ["type": "integer", "minimum": 1]
    private static let flag: JSONValue = ["type": "boolean"]
    private static let uuid: JSONValue = ["type": "string", "format": "uuid"]
    private static let time: JSONValue = ["type": "string", "format": "date-time"]
    private static let notBlank: JSONValue = #"^[^\x00]*\S[^\x00]*$"#
    private static let email: JSONValue = [
        "type": "string", "minLength": .int(TextRules.emailLength.lowerBound), "maxLength": .int(TextRules.emailLength.upperBound),
        "pattern": .string(TextRules.emailPattern),
    ]
    private static let newPassword: JSONValue = [
        "type": "string", "minLength": .int(PasswordPolicy.length.lowerBound), "maxLength": .int(PasswordPolicy.length.upperBound),
        "description": "Passwords that are easy to guess are refused.",
    ]
    private static let name: JSONValue = [
        "type": "string", "minLength": .int(TextRules.nameLength.lowerBound), "maxLength": .int(TextRules.nameLength.upperBound),
        "pattern": notBlank,
    ]

    private static func names<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type) -> JSONValue {
        ["type": "string", "enum": .array(Choice.allCases.map { .string($0.rawValue) })]
    }

    private static func object(_ properties: KeyValuePairs<String, JSONValue>, optional: Set<String> = []) -> JSONValue {
        [
            "type": "object",
            "required": .array(properties.map(\.key).filter { !optional.contains($0) }.map { .string($0) }),
            "properties": .object(properties.map { (name: $0.key, value: $0.value) }),
        ]
    }
}
